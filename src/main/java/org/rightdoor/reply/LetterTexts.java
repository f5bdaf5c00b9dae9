package org.rightdoor.reply;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the district says to families by itself. */
@MessageBundle("letters")
public interface LetterTexts {

    @Message(
            "{district}: We have your message. It is case #{number} and is with {department}, who answer within {#if days == 1}one open day{#else}{days} open days{/if}.")
    String received(String district, long number, String department, int days);

    @Message(
            "{district}: We wrote down what you told us. It is case #{number} and is with {department}, who answer within {#if days == 1}one open day{#else}{days} open days{/if}.")
    String writtenDown(String district, long number, String department, int days);

    @Message(
            "{district}: We wrote down what you told us as case #{number}. It is settled; write back if you need more.")
    String settled(String district, long number);

    @Message("This is an automatic answer. Did it not help? Just reply, and a person will answer (case #{number}).")
    String automaticAnswer(long number);

    @Message("Your case: {url}")
    String link(String url);
}
