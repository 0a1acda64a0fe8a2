package org.kakehashi.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.document.DocumentTemplates;
import org.kakehashi.document.PlainTemplate;
import org.kakehashi.document.TemplateFormat;
import org.kakehashi.document.TemplateValues;
import org.kakehashi.kernel.Installation;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Service;

/// The letter with which both sides prolong or change an agreement or a memorandum, as Word or PDF,
/// from what was decided about its renewal.
@Service
public class AmendmentLetters {
    private final Agreements agreements;
    private final Memoranda memoranda;
    private final Renewals renewals;
    private final Organizations organizations;
    private final Installation installation;
    private final DocumentTemplates templates;
    private final Kinds kinds;
    private final Clock clock;

    AmendmentLetters(
            Agreements agreements,
            Memoranda memoranda,
            Renewals renewals,
            Organizations organizations,
            Installation installation,
            DocumentTemplates templates,
            Kinds kinds,
            Clock clock) {
        this.agreements = agreements;
        this.memoranda = memoranda;
        this.renewals = renewals;
        this.organizations = organizations;
        this.installation = installation;
        this.templates = templates;
        this.kinds = kinds;
        this.clock = clock;
    }

    /// @param locale in which language the letter is written
    public byte[] letter(UUID agreement, UUID renewal, Locale locale, TemplateFormat format) {
        Agreement one = agreements.get(agreement);
        Renewal decided =
                renewals.of(agreement).stream()
                        .filter(each -> renewal.equals(each.id()) && each.decision().renews())
                        .findFirst()
                        .orElseThrow(KakehashiException::notFound);
        return templates.fill(template(locale), values(one, decided, locale), format);
    }

    private static PlainTemplate template(Locale locale) {
        PlainTemplate letter = new PlainTemplate();
        letter.title(say(locale, "title"));
        letter.paragraph(say(locale, "date") + " {{today}}");
        letter.paragraph("{{university}}");
        letter.paragraph("{{partner}}");
        letter.paragraph(say(locale, "about") + " {{title}} ({{number}})");
        letter.paragraph("{{?memorandum}}" + say(locale, "memorandum") + " {{memorandum}}");
        letter.heading(say(locale, "article1"));
        letter.paragraph(
                Messages.text(
                        locale,
                        "agreement.letter.prolonged",
                        Map.of("old", "{{old_end}}", "new", "{{new_end}}")));
        letter.heading("{{?changes}}" + say(locale, "article2"));
        letter.paragraph("{{?changes}}{{changes}}");
        letter.heading(say(locale, "rest.heading"));
        letter.paragraph(say(locale, "rest"));
        letter.table(
                "university",
                List.of(say(locale, "us"), say(locale, "them")),
                List.of("{{signers.us}}", "{{signers.them}}"));
        return letter;
    }

    private static String say(Locale locale, String key) {
        return Messages.text(locale, "agreement.letter." + key);
    }

    private TemplateValues values(Agreement agreement, Renewal decided, Locale locale) {
        AgreementContent content = agreement.content();
        String university = installation.owner().map(owner -> owner.name().in(locale)).orElse("");
        String partner = partners(content, locale);
        Map<String, String> fields = new HashMap<>();
        fields.put("today", day(LocalDate.now(clock), locale));
        fields.put("university", university);
        fields.put("partner", partner);
        fields.put("number", agreement.number());
        fields.put("title", content.title().in(locale));
        fields.put("memorandum", memorandum(decided, locale));
        fields.put("old_end", day(decided.periodEnd(), locale));
        fields.put("new_end", day(Objects.requireNonNull(decided.newEnd()), locale));
        fields.put(
                "changes",
                decided.decision() == Renewal.Decision.RENEW_CHANGED
                        ? decided.reason().in(locale)
                        : "");
        String line = say(locale, "signature");
        return new TemplateValues(
                fields,
                Map.of(
                        "signers",
                        List.of(
                                Map.of(
                                        "us",
                                        university + "\n" + line,
                                        "them",
                                        partner + "\n" + line))));
    }

    private String memorandum(Renewal decided, Locale locale) {
        UUID annex = decided.annex();
        if (annex == null) {
            return "";
        }
        Annex about = memoranda.get(decided.agreement(), annex).annex();
        String title = about.title().in(locale);
        return title.isEmpty() ? kinds.name(about.kind()).in(locale) : title;
    }

    private String partners(AgreementContent content, Locale locale) {
        Map<UUID, OrganizationRef> known =
                organizations.find(
                        content.parties().stream()
                                .map(Party::organization)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return content.parties().stream()
                .map(party -> name(party, known, locale))
                .collect(Collectors.joining(Messages.text(locale, "agreement.and")));
    }

    private static String name(Party party, Map<UUID, OrganizationRef> known, Locale locale) {
        UUID id = party.organization();
        OrganizationRef ref = id == null ? null : known.get(id);
        return ref == null ? party.written() : ref.label(locale);
    }

    private static String day(LocalDate day, Locale locale) {
        return locale.equals(Locale.JAPANESE)
                ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                : day.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.UK));
    }
}
