package org.kakehashi.organization.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.organization.Links;
import org.kakehashi.organization.Organization;
import org.kakehashi.organization.OrganizationEvent;
import org.kakehashi.organization.OrganizationName;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.PartnerUnit;
import org.kakehashi.organization.Profiles;
import org.kakehashi.organization.Recognition;
import org.kakehashi.organization.RegistryChange;
import org.kakehashi.organization.Relation;
import org.kakehashi.organization.Succession;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Column;
import org.kakehashi.ui.view.HistoryEntry;
import org.kakehashi.ui.view.TableHead;
import org.kakehashi.ui.view.Tone;

/// Everything known about one organization.
public record OrganizationProfilePage(
        Profiles.Profile profile,
        List<Section> sections,
        boolean editable,
        List<Links.Link> links,
        @Nullable OrganizationRef suggestion) {

    private static final List<String> KINDS = List.of("display", "label", "alias", "acronym");

    /// A part contributed by a higher room.
    public record Section(String title, Content content) {}

    public Organization organization() {
        return profile.organization();
    }

    public List<Relation> relations() {
        return profile.relations();
    }

    public int relationCount() {
        return profile.relationCount();
    }

    public List<Succession> successions() {
        return profile.successions();
    }

    public List<PartnerUnit> units() {
        return profile.units();
    }

    public List<Recognition.Decided> decisions() {
        return profile.decisions();
    }

    public List<OrganizationName> currentNames() {
        return profile.names().stream()
                .filter(OrganizationName::current)
                .sorted(Comparator.comparingInt(name -> KINDS.indexOf(name.kind())))
                .toList();
    }

    public List<OrganizationName> formerNames() {
        return profile.names().stream().filter(name -> !name.current()).toList();
    }

    public List<Relation> relations(String type) {
        return profile.relations().stream()
                .filter(relation -> relation.type().equals(type))
                .toList();
    }

    public List<Succession> predecessors() {
        return profile.successions().stream()
                .filter(one -> one.successor().id().equals(profile.organization().ref().id()))
                .toList();
    }

    public List<Succession> successors() {
        return profile.successions().stream()
                .filter(one -> one.predecessor().id().equals(profile.organization().ref().id()))
                .toList();
    }

    /// Whether the office has recorded the same succession, with what it knows of it.
    public boolean datedByOffice(Succession one) {
        return profile.successions().stream()
                .anyMatch(other ->
                        other.source().equals("office")
                                && other.predecessor().id().equals(one.predecessor().id())
                                && other.successor().id().equals(one.successor().id()));
    }

    /// Whether this name can be made the one shown in its language.
    public boolean preferable(OrganizationName name) {
        String language = name.language();
        if (!editable || language == null || !Set.of("ja", "en").contains(language)) {
            return false;
        }
        Bilingual shown = profile.organization().ref().name();
        return !name.value().equals(language.equals("ja") ? shown.ja() : shown.en());
    }

    public TableHead nameHead() {
        Column name = Column.text("name", t("organization.name"));
        Column language = Column.text("language", t("organization.language"));
        Column kind = Column.text("kind", t("organization.kind"));
        Column source = Column.text("source", t("organization.source"));
        return editable
                ? TableHead.plain(
                        name,
                        language,
                        kind,
                        source,
                        Column.text("action", t("organization.actions")))
                : TableHead.plain(name, language, kind, source);
    }

    /// Where a name is from, in words.
    public String source(OrganizationName name) {
        return switch (name.source()) {
            case "ror" ->
                    name.release() == null
                            ? t("organization.origin.ror")
                            : t("organization.source.release", "release", name.release());
            case "decision" -> t("organization.source.decision", "by", by(name.confirmedBy()));
            default -> t("organization.source.office", "by", by(name.confirmedBy()));
        };
    }

    /// Where the record is from, in words.
    public String provenance() {
        if (profile.organization().local()) {
            return t("organization.origin.local");
        }
        String release = profile.organization().release();
        return release == null || release.isEmpty()
                ? t("organization.origin.ror")
                : t("organization.source.release", "release", release);
    }

    /// The address if it leads to the web; outside data may say anything.
    public @Nullable String link(@Nullable String address) {
        return address != null && address.matches("(?i)https?://\\S+") ? address : null;
    }

    public boolean onMap() {
        return profile.organization().latitude() != null
                && profile.organization().longitude() != null;
    }

    public List<HistoryEntry> history() {
        List<HistoryEntry> entries = new ArrayList<>();
        for (OrganizationEvent event : profile.events()) {
            entries.add(
                    new HistoryEntry(
                            Dates.moment(event.at()),
                            event.at().toInstant().toString(),
                            t(event.key(), "about", event.about()),
                            event.by(),
                            Tone.NEUTRAL,
                            event.fields().stream().map(OrganizationProfilePage::change).toList()));
        }
        return entries;
    }

    static HistoryEntry.Change change(RegistryChange.Field field) {
        return new HistoryEntry.Change(
                t("organization.field." + field.name()),
                value(field.name(), field.before()),
                value(field.name(), field.after()));
    }

    private static @Nullable String value(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (field) {
            case "status" -> t("organization.status." + value);
            case "country" -> OrganizationWords.country(new Country(value));
            case "types" ->
                    String.join(
                            " / ",
                            List.of(value.split(" / ")).stream()
                                    .map(OrganizationWords::type)
                                    .toList());
            default -> value;
        };
    }

    public List<Choice> languages() {
        List<Choice> choices = new ArrayList<>();
        for (String code :
                List.of(
                        "ja", "en", "zh", "ko", "fr", "de", "es", "pt", "ru", "it", "id", "vi",
                        "th", "ar", "mn")) {
            choices.add(new Choice(code, OrganizationWords.language(code)));
        }
        return choices;
    }

    public List<Choice> kinds() {
        return List.of("label", "alias", "acronym").stream()
                .map(kind -> new Choice(kind, t("organization.kind." + kind), kind.equals("alias")))
                .toList();
    }

    public List<Choice> successionKinds() {
        return List.of("unknown", "rename", "merge", "split", "absorb").stream()
                .map(kind -> new Choice(kind, t("organization.succession." + kind)))
                .toList();
    }

    private static String by(@Nullable String login) {
        return login == null ? "" : login;
    }
}
