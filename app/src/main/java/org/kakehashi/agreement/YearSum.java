package org.kakehashi.agreement;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What happened in a fiscal year under several agreements together.
///
/// @param direction for students and staff; null otherwise
/// @param number persons or things; null where one of the sums is unknown
public record YearSum(
        Activity.Kind kind,
        Condition.@Nullable Direction direction,
        int year,
        @Nullable Integer number) {
    static List<YearSum> of(List<Activity> activities) {
        record Key(Activity.Kind kind, Condition.@Nullable Direction direction, int year) {}
        Map<Key, List<Activity>> together =
                activities.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> new Key(one.kind(), one.direction(), one.year())));
        return together.entrySet().stream()
                .map(one ->
                        new YearSum(
                                one.getKey().kind(),
                                one.getKey().direction(),
                                one.getKey().year(),
                                sum(one.getValue())))
                .toList();
    }

    private static @Nullable Integer sum(List<Activity> activities) {
        int sum = 0;
        for (Activity one : activities) {
            Integer number = one.number();
            if (number == null) {
                return null;
            }
            sum += number;
        }
        return sum;
    }
}
