package org.kakehashi.ui.chart;

/// How a shape or a text is painted, as presentation attributes, which a Content-Security-Policy
/// without inline style allows and a saved picture keeps. Values come from our own code, never from
/// people.
public record Look(String attributes) {
    public static final Look NONE = new Look("");

    public static Look fill(String colour) {
        return NONE.with("fill", colour);
    }

    public static Look line(String colour, double width) {
        return fill("none").stroke(colour, width);
    }

    /// Text of this size, in pixels of the drawing.
    public static Look text(double size) {
        return NONE.with("font-size", Svg.number(size));
    }

    public Look stroke(String colour, double width) {
        return with("stroke", colour).with("stroke-width", Svg.number(width));
    }

    public Look opacity(double share) {
        return with("fill-opacity", Double.toString(share));
    }

    public Look dashed() {
        return with("stroke-dasharray", "3 2");
    }

    /// The shape of a link that is outlined under the pointer and in focus.
    public Look hit() {
        return with("class", "hit");
    }

    public Look colour(String colour) {
        return with("fill", colour);
    }

    public Look bold() {
        return with("font-weight", "700");
    }

    public Look toTheLeft() {
        return with("text-anchor", "end");
    }

    public Look centred() {
        return with("text-anchor", "middle");
    }

    public Look with(String name, String value) {
        return new Look(attributes + ' ' + name + "=\"" + value + '"');
    }
}
