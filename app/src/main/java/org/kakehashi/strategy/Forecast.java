package org.kakehashi.strategy;

import java.util.Map;
import java.util.Optional;

/// Where a series leads if it goes on as it did: the straight line of least squares, with the
/// interval in which the value of the year will lie with a probability of 80 % (t distribution).
///
/// @param years how many years it is told from
public record Forecast(int year, double value, double low, double high, int years) {
    private static final int FEWEST = 4;

    /// The 90th percentile of Student's t for 1 to 10 degrees of freedom.
    private static final double[] T = {
        3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372
    };

    /// Empty with fewer than four known years.
    public static Optional<Forecast> of(Map<Integer, Double> known, int year) {
        int n = known.size();
        if (n < FEWEST) {
            return Optional.empty();
        }
        double meanX = known.keySet().stream().mapToInt(Integer::intValue).average().orElse(0);
        double meanY = known.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double sxx = 0;
        double sxy = 0;
        for (Map.Entry<Integer, Double> one : known.entrySet()) {
            sxx += Math.pow(one.getKey() - meanX, 2);
            sxy += (one.getKey() - meanX) * (one.getValue() - meanY);
        }
        double slope = sxy / sxx;
        double residuals = 0;
        for (Map.Entry<Integer, Double> one : known.entrySet()) {
            double line = meanY + slope * (one.getKey() - meanX);
            residuals += Math.pow(one.getValue() - line, 2);
        }
        double error =
                Math.sqrt(residuals / (n - 2))
                        * Math.sqrt(1 + 1.0 / n + Math.pow(year - meanX, 2) / sxx);
        double half = T[Math.min(n - 3, T.length - 1)] * error;
        double value = meanY + slope * (year - meanX);
        return Optional.of(new Forecast(year, value, value - half, value + half, n));
    }
}
