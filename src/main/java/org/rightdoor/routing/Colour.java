package org.rightdoor.routing;

import java.util.regex.Pattern;

/** A colour of the screen: red, green and blue from 0 to 255. */
public record Colour(int red, int green, int blue) {

    public static final Colour WHITE = new Colour(255, 255, 255);
    public static final Colour BLACK = new Colour(0, 0, 0);

    private static final Pattern HEX = Pattern.compile("#\\p{XDigit}{6}");

    /** @throws IllegalArgumentException unless it is written as {@code #1f6b58} */
    public static Colour of(String hex) {
        if (!HEX.matcher(hex).matches()) throw new IllegalArgumentException(hex);
        var number = Integer.parseInt(hex.substring(1), 16);
        return new Colour(number >> 16, number >> 8 & 0xff, number & 0xff);
    }

    public String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    /** From 1, the same, to 21, black on white (WCAG 2.1, "contrast ratio"). */
    public double contrast(Colour other) {
        var lighter = Math.max(luminance(), other.luminance());
        var darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** This colour with so much of another in it, 0 to 1. */
    public Colour mixed(Colour other, double share) {
        return new Colour(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    /** This colour, with just so much of another in it that it stands out from every ground; the other itself at last. */
    public Colour towards(Colour other, double contrast, Colour... grounds) {
        for (var share = 0.0; share < 1; share += 0.02) {
            var mixed = mixed(other, share);
            if (mixed.standsOut(contrast, grounds)) return mixed;
        }
        return other;
    }

    boolean standsOut(double contrast, Colour... grounds) {
        for (var ground : grounds) {
            if (contrast(ground) < contrast) return false;
        }
        return true;
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
