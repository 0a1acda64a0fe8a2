package org.kakehashi.agreement;

import java.util.UUID;

/// An agreement in the register.
///
/// @param number what people call it by, A-2026-0001; given once, never again
/// @param version for optimistic locking
public record Agreement(UUID id, String number, int version, AgreementContent content) {}
