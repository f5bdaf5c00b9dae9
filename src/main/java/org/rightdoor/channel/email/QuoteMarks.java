package org.rightdoor.channel.email;

import java.util.List;
import java.util.regex.Pattern;

/** By which lines a mail's signature and the earlier mails below it can be told, in the languages that families use. */
final class QuoteMarks {

    private static final Pattern ANSWER_SUBJECT = Pattern.compile("(?iu)^\\s*(re|aw|sv|res|ré|回复|答复|回覆)\\s*[:：].*");
    private static final Pattern FORWARD_SUBJECT = Pattern.compile("(?iu)^\\s*(fwd?|rv|reenv|tr|enc|wg|转发)\\s*[:：].*");
    private static final Pattern FORWARDED = Pattern.compile(
            "(?iu)^[\\s>]*(-{2,}\\s*(forwarded message|mensaje reenviado|forwarded by .*|mensagem encaminhada)\\s*-*"
                    + "|begin forwarded message:|inicio del mensaje reenviado:)\\s*$");

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?iu)^\\W{0,3}(on|el|am|em|le|il|op|vào|noong|den)\\b.{5,250}"
                    + "\\b(wrote|escribió|schrieb|escreveu|a écrit|ha scritto|schreef|đã viết|sinulat)\\b.{0,80}[:：]\\s*$");
    private static final Pattern ENDS_WITH_COLON = Pattern.compile("^\\S.{5,240}[:：]\\s*$");
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?iu)^[\\s>]*(-{2,}|_{2,})\\s*(original message|mensaje original|mensagem original|message d'origine"
                    + "|ursprüngliche nachricht|原始邮件|quoted)\\s*(-{2,}|_{2,})\\s*$");
    private static final Pattern FROM_LINE = Pattern.compile("(?iu)^\\W{0,3}(from|de|von|от|发件人)\\W{0,3}[:：]\\s*\\S.*");
    private static final Pattern HEADER_LINE = Pattern.compile(
            "(?iu)^\\W{0,3}(sent|date|to|cc|subject|enviado( el)?|fecha|para|asunto|data|gesendet|an|betreff|envoyé|à|objet"
                    + "|发送时间|收件人|主题)\\W{0,3}[:：].*");
    private static final Pattern RULER = Pattern.compile("^\\s*[_-]{5,}\\s*$");
    private static final Pattern DEVICE = Pattern.compile(
            "(?iu)^\\W{0,2}(sent from (my |yahoo|outlook|mail for|the all-new)|enviado desde (mi |yahoo|outlook|el correo)"
                    + "|get outlook for|obtener outlook|obtenga outlook|enviado do meu|发自我的).{0,60}$");

    private static final int LINES_OF_ATTRIBUTION = 3;
    private static final int LINES_OF_HEADER = 6;
    private static final int LINES_OF_SIGNATURE = 12;

    private QuoteMarks() {}

    static boolean saysAnswer(String subject) {
        return ANSWER_SUBJECT.matcher(subject).matches();
    }

    static boolean saysForward(String subject) {
        return FORWARD_SUBJECT.matcher(subject).matches();
    }

    static boolean isForwardLine(String line) {
        return FORWARDED.matcher(line).matches();
    }

    static boolean isQuote(String line) {
        return line.startsWith(">") || line.startsWith(" >");
    }

    /** RFC 3676 section 4.3 asks for a space after the dashes; dashes without it must be near the end. */
    static boolean isSignature(List<String> lines, int i) {
        var line = lines.get(i);
        if (DEVICE.matcher(line).matches()) return true;
        return line.equals("-- ") || line.equals("--") && lines.size() - i <= LINES_OF_SIGNATURE;
    }

    /** An earlier mail begins here: its first line, or the lines that say whose it is. */
    static boolean isHistory(List<String> lines, int i) {
        var line = lines.get(i);
        if (isQuote(line) || SEPARATOR.matcher(line).matches() || isHeaderBlock(lines, i)) return true;
        return isAttribution(lines, i) || ENDS_WITH_COLON.matcher(line).matches() && quoteFollows(lines, i + 1);
    }

    private static boolean isAttribution(List<String> lines, int start) {
        var joined = new StringBuilder();
        for (var line : lines.subList(start, Math.min(start + LINES_OF_ATTRIBUTION, lines.size()))) {
            if (line.isBlank() || isQuote(line)) return false;
            joined.append(joined.isEmpty() ? "" : " ").append(line.strip());
            if (ATTRIBUTION.matcher(joined).matches()) return true;
        }
        return false;
    }

    private static boolean quoteFollows(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(QuoteMarks::isQuote)
                .isPresent();
    }

    private static boolean isHeaderBlock(List<String> lines, int i) {
        var first = RULER.matcher(lines.get(i)).matches() ? i + 1 : i;
        if (first >= lines.size() || !FROM_LINE.matcher(lines.get(first)).matches()) return false;
        return lines.stream()
                        .skip(first + 1)
                        .limit(LINES_OF_HEADER)
                        .filter(line -> HEADER_LINE.matcher(line).matches())
                        .count()
                >= 2;
    }
}
