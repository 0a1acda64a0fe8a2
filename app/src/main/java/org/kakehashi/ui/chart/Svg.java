package org.kakehashi.ui.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes well-formed SVG. Texts and attribute values are escaped, characters XML forbids are
/// dropped, links keep only addresses of this site or http(s).
public final class Svg {
    private final StringBuilder out = new StringBuilder(2048);
    private final Deque<String> open = new ArrayDeque<>();

    /// The root element with title and description, as an image for assistive technology; as a
    /// group if it has links, because what is inside an image cannot be reached.
    public static Svg picture(Caption caption, double width, double height, boolean links) {
        Svg svg = new Svg();
        String titleId = caption.id() + "-title";
        String descriptionId = caption.id() + "-desc";
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "role",
                links ? "group" : "img",
                "aria-labelledby",
                titleId,
                "aria-describedby",
                descriptionId);
        svg.open("title", "id", titleId).words(caption.title()).close();
        svg.open("desc", "id", descriptionId).words(caption.description()).close();
        return svg;
    }

    /// Attributes as name, value, name, value…; a null value leaves the attribute out.
    public Svg open(String element, @Nullable Object... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    public Svg leaf(String element, @Nullable Object... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    public Svg words(String text) {
        escape(text);
        return this;
    }

    public Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// A line of text at this place.
    public Svg label(double x, double y, String text, @Nullable Object... attributes) {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
        attributes(attributes);
        out.append('>');
        escape(text);
        out.append("</text>");
        return this;
    }

    /// Starts a link, or nothing but a group where there is no address.
    public Svg link(@Nullable String href, @Nullable Object... attributes) {
        if (href == null || !safe(href)) {
            return open("g");
        }
        open("a", "href", href);
        int end = out.length() - 1;
        out.setLength(end);
        attributes(attributes);
        out.append('>');
        return this;
    }

    /// A tooltip, also the accessible name of a link around a shape.
    public Svg tip(String text) {
        return open("title").words(text).close();
    }

    /// The finished picture; everything still open is closed.
    public String done() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "0";
        }
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private void start(String element, @Nullable Object... attributes) {
        out.append('<').append(element);
        attributes(attributes);
    }

    private void attributes(@Nullable Object... attributes) {
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(value instanceof Double real ? number(real) : value.toString());
                out.append('"');
            }
        }
    }

    private static boolean safe(String href) {
        return href.matches("(?i)(/(?!/)|#|\\?|https?://).*");
    }

    private void escape(String text) {
        text.codePoints().filter(Svg::allowed).forEach(this::escape);
    }

    private void escape(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(character);
        }
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
