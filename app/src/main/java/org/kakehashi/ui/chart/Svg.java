package org.kakehashi.ui.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes well-formed SVG. Texts and addresses are escaped, characters XML forbids are dropped,
/// links keep only addresses of this site or http(s).
public final class Svg {
    private static final Pattern SAFE =
            Pattern.compile("(/(?!/)|#|\\?|https?://)", Pattern.CASE_INSENSITIVE);

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    private Svg() {}

    /// A picture with title and description: an image for assistive technology, or a group if it
    /// has links, because what is inside an image cannot be reached.
    public static Svg picture(Caption caption, double width, double height, boolean links) {
        Svg svg = new Svg();
        String id = escaped(caption.id());
        svg.root(width, height)
                .attribute("role", links ? "group" : "img")
                .attribute("aria-labelledby", caption.id() + "-title")
                .attribute("aria-describedby", caption.id() + "-desc");
        svg.out
                .append("><title id=\"")
                .append(id)
                .append("-title\">")
                .append(escaped(caption.title()));
        svg.out.append("</title><desc id=\"").append(id).append("-desc\">");
        svg.out.append(escaped(caption.description())).append("</desc>");
        return svg;
    }

    /// A picture the size of a word, stretched to its place.
    static Svg word(String label, double width, double height) {
        Svg svg = new Svg();
        svg.root(width, height).attribute("class", "spark").attribute("role", "img");
        svg.attribute("aria-label", label).attribute("preserveAspectRatio", "none").out.append('>');
        return svg;
    }

    /// Starts a part with a tooltip, a link where there is an address.
    public Svg part(@Nullable String href, String words, boolean inTabOrder) {
        boolean link = href != null && safe(href);
        open.push(link ? "a" : "g");
        out.append('<').append(open.peek());
        if (link) {
            attribute("href", href).attribute("aria-label", words);
            if (!inTabOrder) {
                attribute("tabindex", "-1");
            }
        }
        out.append("><title>").append(escaped(words)).append("</title>");
        return this;
    }

    /// Starts shapes that look alike.
    public Svg group(Look look) {
        open.push("g");
        out.append("<g").append(look.attributes()).append('>');
        return this;
    }

    public Svg end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    public Svg rect(double x, double y, double width, double height, Look look) {
        out.append("<rect");
        return number("x", x)
                .number("y", y)
                .number("width", width)
                .number("height", height)
                .leaf(look);
    }

    public Svg circle(double x, double y, double radius, Look look) {
        out.append("<circle");
        return number("cx", x).number("cy", y).number("r", radius).leaf(look);
    }

    public Svg path(CharSequence data, Look look) {
        out.append("<path d=\"").append(data).append('"');
        return leaf(look);
    }

    public Svg text(double x, double y, String text, Look look) {
        out.append("<text");
        number("x", x).number("y", y).out.append(look.attributes()).append('>');
        out.append(escaped(text)).append("</text>");
        return this;
    }

    /// The finished picture; everything still open is closed.
    public String done() {
        while (!open.isEmpty()) {
            end();
        }
        return out.toString();
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "0";
        }
        long tenths = Math.round(Math.abs(value) * 10);
        String number = tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
        return value < 0 && tenths != 0 ? "-" + number : number;
    }

    private Svg root(double width, double height) {
        open.push("svg");
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        return attribute("viewBox", "0 0 " + number(width) + " " + number(height));
    }

    private Svg number(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    private Svg attribute(String name, @Nullable String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value == null ? "" : value))
                .append('"');
        return this;
    }

    private Svg leaf(Look look) {
        out.append(look.attributes()).append("/>");
        return this;
    }

    private static boolean safe(String href) {
        return SAFE.matcher(href).lookingAt();
    }

    private static String escaped(String text) {
        if (text.chars().allMatch(Svg::plain)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 8);
        text.codePoints().filter(Svg::allowed).forEach(character -> escape(character, safe));
        return safe.toString();
    }

    private static void escape(int character, StringBuilder safe) {
        switch (character) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(character);
        }
    }

    /// Needs neither escaping nor a second look.
    private static boolean plain(int c) {
        return switch (c) {
            case '&', '<', '>', '"', '\'' -> false;
            default -> (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD);
        };
    }

    /// What XML 1.0 allows.
    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
