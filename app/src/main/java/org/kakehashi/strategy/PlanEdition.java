package org.kakehashi.strategy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.kakehashi.kernel.Bilingual;

/// A plan as it was adopted, in force from a day until the next edition.
public record PlanEdition(
        int number, LocalDate from, Bilingual reason, OffsetDateTime adoptedAt, Plan plan) {}
