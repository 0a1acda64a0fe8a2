package org.kakehashi.partnership.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.Use;
import org.kakehashi.agreement.YearSum;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.compliance.Examination;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.contact.Contact;

/// What is known of one partner, as far as the person acting may read it.
///
/// @param lines the agreements as the list has them, with their status today; by their end
/// @param uses places and their use, by agreement; only where something is recorded or offered
/// @param visits the latest first, also those to come
/// @param examinations of due diligence, the latest first; null: not for this reader
public record PartnerRecord(
        OrganizationRef partner,
        LocalDate today,
        List<AgreementLine> lines,
        List<Agreement> agreements,
        List<YearSum> exchange,
        Map<UUID, Use> uses,
        List<Visit> visits,
        List<News> news,
        List<Contact> contacts,
        @Nullable List<Examination> examinations) {

    public List<AgreementLine> with(Status status) {
        return lines.stream().filter(line -> line.status() == status).toList();
    }

    public int inForce() {
        return with(Status.IN_FORCE).size() + with(Status.EXPIRING).size();
    }

    /// The agreement in force that ends first, if one ends within the year.
    public Optional<AgreementLine> endsFirst() {
        return with(Status.EXPIRING).stream()
                .filter(line -> line.end().lastDay() != null)
                .min(Comparator.comparing(line -> line.end().lastDay()));
    }

    public Optional<Visit> lastVisit() {
        return visits.stream().filter(one -> !one.from().isAfter(today)).findFirst();
    }

    public Optional<Visit> nextVisit() {
        return visits.stream()
                .filter(one -> one.from().isAfter(today))
                .min(Comparator.comparing(Visit::from));
    }

    public long alive() {
        return contacts.stream().filter(one -> one.aliveOn(today)).count();
    }

    public Optional<Examination> examination() {
        return examinations == null ? Optional.empty() : examinations.stream().findFirst();
    }

    /// What follows from visits and is not done.
    public List<Visit.FollowUp> open() {
        List<Visit.FollowUp> open = new ArrayList<>();
        visits.forEach(visit ->
                visit.followUps().stream().filter(one -> one.doneOn() == null).forEach(open::add));
        return open;
    }

    /// The latest fiscal year for which a sum of this kind and direction is recorded.
    public Optional<Integer> latest(Activity.Kind kind) {
        return exchange.stream()
                .filter(one -> one.kind() == kind)
                .map(YearSum::year)
                .max(Comparator.naturalOrder());
    }

    /// How many in the fiscal year; null where nothing is recorded or one of the sums is unknown.
    public @Nullable Integer number(
            Activity.Kind kind, Condition.@Nullable Direction direction, int year) {
        return exchange.stream()
                .filter(one ->
                        one.kind() == kind && one.direction() == direction && one.year() == year)
                .findFirst()
                .map(YearSum::number)
                .orElse(null);
    }
}
