package org.kakehashi.ui.map;

/// The Equal Earth projection (Šavrič, Patterson, Jenny 2018), with the same scale and offset the
/// shapes were drawn with.
record EqualEarth(double centre, double scale, double offsetX, double offsetY) {
    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double M = Math.sqrt(3) / 2;

    /// Degrees to x and y on the map.
    double[] project(double latitude, double longitude) {
        double lambda = Math.toRadians(wrapped(longitude - centre));
        double theta = Math.asin(M * Math.sin(Math.toRadians(latitude)));
        double square = theta * theta;
        double sixth = square * square * square;
        double x =
                lambda
                        * Math.cos(theta)
                        / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)));
        double y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
        return new double[] {offsetX + scale * x, offsetY - scale * y};
    }

    private static double wrapped(double degrees) {
        return degrees - 360 * Math.floor((degrees + 180) / 360);
    }
}
