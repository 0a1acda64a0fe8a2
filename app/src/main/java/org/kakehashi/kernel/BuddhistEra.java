package org.kakehashi.kernel;

/// Thai years (พ.ศ.) are 543 ahead. A year after 2440 in a list of agreements can only be one.
final class BuddhistEra {

    private static final int AHEAD = 543;
    private static final int FIRST_EVIDENT = 2440;

    private BuddhistEra() {}

    static int toGregorian(int year) {
        return year >= FIRST_EVIDENT ? year - AHEAD : year;
    }
}
