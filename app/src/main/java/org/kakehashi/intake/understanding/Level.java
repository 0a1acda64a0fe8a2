package org.kakehashi.intake.understanding;

/// Level of an agreement.
public enum Level {
    /// 大学間
    UNIVERSITY,
    /// 部局間
    DEPARTMENT
}
