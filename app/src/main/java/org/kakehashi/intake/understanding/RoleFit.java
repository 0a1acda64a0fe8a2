package org.kakehashi.intake.understanding;

import java.util.regex.Pattern;

/// How well the cells of a column fit a role that its header suggests: 0 means they cannot have it.
final class RoleFit {

    private static final Pattern PLACES = Pattern.compile("\\d\\s*(?:名|人|명)");
    private static final double UNKNOWN = 0.5;
    private static final double SHORT_TEXT = 60;

    private RoleFit() {}

    static double of(Role role, ColumnProfile profile) {
        if (profile.filled() == 0) {
            return role == Role.INSTITUTION || role == Role.COUNTRY ? 0.1 : UNKNOWN;
        }
        double count = profile.share(Nature.COUNT);
        return switch (role) {
            case COUNTRY ->
                    atLeast(
                            0.25,
                            profile.share(Nature.COUNTRY) + 0.5 * profile.share(Nature.REGION));
            case REGION ->
                    profile.share(Nature.COUNTRY) > 0.5
                            ? 0
                            : Math.max(0.4, profile.share(Nature.REGION));
            case INSTITUTION, OTHER_NAME -> name(profile);
            case START, END, RENEWED, FORMER_END, VALIDITY -> atLeast(0.3, profile.shareOfTime());
            case QUOTA, QUOTA_IN, QUOTA_OUT ->
                    atLeast(
                            0.4,
                            count
                                    + 0.7 * profile.share(Nature.NOTHING)
                                    + 0.8 * Math.max(startsWithDigit(profile), places(profile)));
            case ORDINAL -> atLeast(0.6, count);
            case HOME_UNIT, PARTNER_UNIT -> unit(profile);
            case LEVEL ->
                    atLeast(0.2, profile.share(Nature.LEVEL) + 0.8 * profile.share(Nature.UNIT));
            case KIND ->
                    profile.share(Nature.MARK) > 0.7
                            ? 0
                            : Math.max(0.3, profile.share(Nature.KIND));
            case KIND_MARK -> atLeast(0.6, profile.share(Nature.MARK));
            case TUITION_WAIVER, AUTOMATIC_RENEWAL -> 0.6;
            case PERIOD -> atLeast(0.6, profile.share(Nature.YEAR));
            case CITY -> profile.averageLength() < SHORT_TEXT ? 0.6 : 0;
            case REMARKS, TITLE, STATUS, DURATION, IGNORED, LABEL, FREE_TEXT -> UNKNOWN;
            case FIGURE, TOTAL, COUNTRY_FIGURES -> 0;
        };
    }

    private static double atLeast(double least, double fit) {
        return fit < least ? 0 : Math.min(1, fit);
    }

    private static double name(ColumnProfile profile) {
        if (profile.share(Nature.COUNT) > 0.6
                || profile.share(Nature.DATE) > 0.6
                || profile.share(Nature.MARK) > 0.6) {
            return 0;
        }
        double names = profile.share(Nature.INSTITUTION) + 0.8 * profile.share(Nature.PART);
        double wrong = profile.share(Nature.COUNTRY) + profile.share(Nature.REGION);
        return wrong > 0.6 ? 0 : Math.clamp(names, 0.2, 1);
    }

    private static double unit(ColumnProfile profile) {
        if (profile.share(Nature.COUNT) > 0.5
                || profile.share(Nature.DATE) > 0.5
                || profile.share(Nature.INSTITUTION) > 0.7) {
            return 0;
        }
        return Math.max(0.4, profile.share(Nature.UNIT));
    }

    private static double places(ColumnProfile profile) {
        long places =
                profile.texts().stream()
                        .filter(text ->
                                PLACES.matcher(text).find() || QuotaText.read(text).isPresent())
                        .count();
        return places / (double) profile.filled();
    }

    private static double startsWithDigit(ColumnProfile profile) {
        long digits =
                profile.texts().stream().filter(text -> Character.isDigit(text.charAt(0))).count();
        return digits / (double) profile.filled() - profile.share(Nature.COUNT);
    }
}
