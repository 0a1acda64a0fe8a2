package org.kakehashi.strategy;

import org.kakehashi.kernel.Bilingual;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/// A plan as it was adopted, in force from a day until the next edition.
public record PlanEdition(
        int number, LocalDate from, Bilingual reason, OffsetDateTime adoptedAt, Plan plan) {}
