package org.kakehashi.review;

import org.kakehashi.kernel.Coded;

/// How a person wants to be told by mail.
///
/// @param digestHour when the daily mail goes out, in the office's zone
/// @param quietFrom from this hour until `quietUntil` no mail goes out; equal hours: never quiet
public record NoticeSettings(Mode mode, int digestHour, int quietFrom, int quietUntil) {
    public static final NoticeSettings USUAL = new NoticeSettings(Mode.DAILY, 8, 20, 8);

    public enum Mode implements Coded {
        EACH,
        DAILY,
        NONE
    }

    public boolean quietAt(int hour) {
        return quietFrom <= quietUntil
                ? hour >= quietFrom && hour < quietUntil
                : hour >= quietFrom || hour < quietUntil;
    }
}
