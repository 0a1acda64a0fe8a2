package org.kakehashi.access.web;

import org.kakehashi.kernel.Bilingual;

/// A way to sign in that is not our own password: its name for people, and where it begins.
public record SignInWay(Bilingual name, String href) {}
