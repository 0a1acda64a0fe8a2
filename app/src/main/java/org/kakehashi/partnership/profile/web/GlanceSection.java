package org.kakehashi.partnership.profile.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.compliance.Examination;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.profile.PartnerRecord;
import org.kakehashi.partnership.profile.PartnerRecords;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.FigureTile;
import org.springframework.stereotype.Component;

/// What a president must know before anything else: figures and what is open, on top of the page of
/// a partner. Left out of institutions with which nothing has happened yet.
@Component
public class GlanceSection implements ProfileSection {
    /// What the section shows.
    ///
    /// @param names of those who must do what is open
    public record Shown(PartnerRecord record, List<FigureTile> tiles, Map<UUID, String> names) {
        public List<AgreementLine> attention() {
            List<AgreementLine> lines = new ArrayList<>(record.with(Status.EXPIRING));
            lines.addAll(record.with(Status.LAPSED));
            return lines;
        }

        public @Nullable String name(Visit.FollowUp one) {
            return one.responsible() == null ? null : names.get(one.responsible());
        }
    }

    private final PartnerRecords records;
    private final Users users;
    private final Templates templates;

    GlanceSection(PartnerRecords records, Users users, Templates templates) {
        this.records = records;
        this.users = users;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String title() {
        return "partnership.profile.glance";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!records.mayRead()) {
            return Optional.empty();
        }
        PartnerRecord record = records.of(organization);
        if (record.lines().isEmpty()
                && record.visits().isEmpty()
                && record.contacts().isEmpty()
                && record.news().isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, String> names =
                record.open().stream()
                        .map(Visit.FollowUp::responsible)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        who -> who,
                                        who -> users.name(who).map(Text::t).orElse("")));
        return Optional.of(
                templates.partnershipGlance(new Shown(record, tiles(record), names))::render);
    }

    private static List<FigureTile> tiles(PartnerRecord record) {
        String today = Dates.day(record.today());
        List<FigureTile> tiles = new ArrayList<>();
        tiles.add(
                new FigureTile(
                                t("partnership.profile.inForce"),
                                String.valueOf(record.inForce()),
                                t("partnership.profile.inForce.unit"),
                                today,
                                "/agreements?partner=" + record.partner().id())
                        .noting(
                                record.endsFirst()
                                        .map(line ->
                                                t(
                                                        "partnership.profile.endsFirst",
                                                        "day",
                                                        When.of(line.end())))
                                        .orElse(t("partnership.profile.endsFirst.none"))));
        exchange(record, tiles);
        tiles.add(visits(record, today));
        tiles.add(
                new FigureTile(
                                t("partnership.profile.contacts"),
                                String.valueOf(record.alive()),
                                t("partnership.profile.contacts.unit"),
                                today,
                                null)
                        .noting(t("partnership.profile.contacts.note")));
        if (record.examinations() != null) {
            tiles.add(dueDiligence(record, today));
        }
        return tiles;
    }

    /// Only where sums of students are recorded: no figure is not none.
    private static void exchange(PartnerRecord record, List<FigureTile> tiles) {
        record.latest(Activity.Kind.STUDENT)
                .ifPresent(year -> {
                    Integer in =
                            record.number(Activity.Kind.STUDENT, Condition.Direction.INBOUND, year);
                    Integer out =
                            record.number(
                                    Activity.Kind.STUDENT, Condition.Direction.OUTBOUND, year);
                    tiles.add(
                            new FigureTile(
                                    t("partnership.profile.students"),
                                    t(
                                            "partnership.profile.students.value",
                                            "in",
                                            in == null ? t("ui.unknown") : in.toString(),
                                            "out",
                                            out == null ? t("ui.unknown") : out.toString()),
                                    "",
                                    new FiscalYear(year).label(Text.locale()),
                                    null));
                });
    }

    private static FigureTile visits(PartnerRecord record, String today) {
        FigureTile tile =
                new FigureTile(
                        t("partnership.profile.lastVisit"),
                        record.lastVisit()
                                .map(one -> Dates.day(one.from()))
                                .orElse(t("partnership.profile.visit.none")),
                        "",
                        today,
                        record.lastVisit().map(one -> "/visits/" + one.id()).orElse(null));
        return record.nextVisit()
                .map(one ->
                        tile.noting(
                                t("partnership.profile.nextVisit", "day", Dates.day(one.from()))))
                .orElse(tile);
    }

    private static FigureTile dueDiligence(PartnerRecord record, String today) {
        Examination latest = record.examination().orElse(null);
        boolean expired = latest != null && latest.expired(record.today());
        return new FigureTile(
                t("compliance.dueDiligence"),
                latest == null
                        ? null
                        : expired
                                ? t("partnership.profile.expired")
                                : t("compliance.state." + latest.state().code()),
                "",
                latest == null ? today : Dates.day(latest.on()),
                record.partner().href() + "/due-diligence");
    }
}
