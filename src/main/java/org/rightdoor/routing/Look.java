package org.rightdoor.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the district looks: its one accent colour and its logo.
 *
 * @param accent in the light scheme; the dark one is derived from it
 * @param logo file beside {@code district.yml}; empty for the door of RightDoor
 */
public record Look(Colour accent, Optional<Path> logo) {

    public static final Colour PAPER = Colour.of("#faf7f1");
    public static final Colour SHEET = Colour.of("#fffdf9");
    public static final Colour DARK_PAPER = Colour.of("#181612");
    public static final Colour DARK_SHEET = Colour.of("#211e19");

    /** What text needs to be read (WCAG 2.1, success criterion 1.4.3). */
    public static final double READABLE = 4.5;

    private static final Colour GREEN = Colour.of("#1f6b58");
    private static final long LARGEST_LOGO = 50_000;

    static Look read(Entry entry) {
        var accent = entry.optionalParsed("accent", Colour::of, "a colour such as \"#1f6b58\", in quotation marks")
                .orElse(GREEN);
        if (!accent.standsOut(READABLE, PAPER)) {
            entry.fault("accent", tooLight(accent));
        }
        return new Look(accent, entry.optionalText("logo").flatMap(name -> logo(entry, name)));
    }

    private static String tooLight(Colour accent) {
        return "accent: %s is too light to be read on the page: its contrast is %.1f, and 4.5 is needed; %s is like it and dark enough"
                .formatted(
                        accent.hex(),
                        accent.contrast(PAPER),
                        accent.towards(Colour.BLACK, READABLE, PAPER).hex());
    }

    private static Optional<Path> logo(Entry entry, String name) {
        var file = entry.place().file().resolveSibling(name).normalize();
        var complaint = complaint(file, entry.place().file().getParent());
        complaint.ifPresent(reason -> entry.fault("logo", "logo: " + name + " " + reason));
        return complaint.isPresent() ? Optional.empty() : Optional.of(file);
    }

    private static Optional<String> complaint(Path file, Path directory) {
        if (!file.startsWith(directory.normalize())) return Optional.of("must stand beside this file");
        if (!file.toString().matches(".*\\.(svg|png)")) return Optional.of("must be an .svg or a .png");
        if (!Files.isRegularFile(file)) return Optional.of("is not there");
        if (file.toFile().length() > LARGEST_LOGO) {
            return Optional.of("is larger than 50 kB, which keeps families on slow phones waiting");
        }
        return Optional.empty();
    }
}
