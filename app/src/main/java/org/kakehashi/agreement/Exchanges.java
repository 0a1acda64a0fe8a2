package org.kakehashi.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit;
import org.kakehashi.agreement.internal.ExchangeStore;
import org.kakehashi.agreement.internal.MemorandumStore;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;

/// The door through which an agreement leaves and enters in the shape of Erasmus Without Paper.
@Service
public class Exchanges {
    private static final int LONGEST = 2_000_000;

    private final Agreements agreements;
    private final Memoranda memoranda;
    private final MemorandumStore store;
    private final ExchangeStore exchanges;
    private final Audit audit;
    private final Clock clock;

    Exchanges(
            Agreements agreements,
            Memoranda memoranda,
            MemorandumStore store,
            ExchangeStore exchanges,
            Audit audit,
            Clock clock) {
        this.agreements = agreements;
        this.memoranda = memoranda;
        this.store = store;
        this.exchanges = exchanges;
        this.audit = audit;
        this.clock = clock;
    }

    /// The agreement in that shape. Contacts go only to people who may change it.
    public Iia get(UUID agreement) {
        List<Condition> conditions =
                memoranda.of(agreement).stream().flatMap(one -> one.conditions().stream()).toList();
        Exchange exchange = exchanges.find(agreement).orElseGet(() -> unnamed(agreement));
        return IiaMapping.iia(
                memoranda.mayEdit(agreement) ? exchange : withoutPeople(exchange), conditions);
    }

    private Exchange unnamed(UUID agreement) {
        Status status = agreements.status(agreement, LocalDate.now(clock), 0);
        String number = agreements.get(agreement).number();
        return new Exchange(
                new Exchange.Side(null, null, agreement.toString(), number, null, null, null),
                Exchange.Side.NOTHING,
                status != Status.PROPOSED && status != Status.UNKNOWN,
                null,
                null,
                null,
                Map.of());
    }

    private static Exchange withoutPeople(Exchange exchange) {
        return new Exchange(
                withoutPeople(exchange.home()),
                withoutPeople(exchange.partner()),
                exchange.inEffect(),
                exchange.terminated(),
                exchange.hash(),
                exchange.pdfFile(),
                Map.of());
    }

    private static Exchange.Side withoutPeople(Exchange.Side side) {
        return new Exchange.Side(
                side.hei(), side.unit(), side.id(), side.code(), null, side.signedOn(), null);
    }

    /// What a partner's system would ask for and the agreement does not say yet: message keys.
    public Set<String> missing(UUID agreement) {
        Iia iia = get(agreement);
        Set<String> missing = new LinkedHashSet<>();
        if (iia.partner().stream().anyMatch(one -> one.heiId() == null)) {
            missing.add("agreement.exchange.missing.hei");
        }
        List<Condition> conditions =
                memoranda.of(agreement).stream().flatMap(one -> one.conditions().stream()).toList();
        if (conditions.isEmpty()) {
            missing.add("agreement.exchange.missing.conditions");
        }
        for (Condition one : conditions) {
            if (one.places() == null) {
                missing.add("agreement.exchange.missing.places");
            }
            if (one.firstYear() == null || one.lastYear() == null) {
                missing.add("agreement.exchange.missing.years");
            }
            if (one.activity().ofStudents() && one.blended() == null) {
                missing.add("agreement.exchange.missing.blended");
            }
            if (one.languages().isEmpty()
                    && (one.activity() == Condition.Activity.STUDENT_STUDIES
                            || one.activity() == Condition.Activity.STAFF_TEACHING)) {
                missing.add("agreement.exchange.missing.languages");
            }
            if (one.per() != Annex.QuotaUnit.PERSONS_PER_YEAR) {
                missing.add("agreement.exchange.missing.perYear");
            }
        }
        return missing;
    }

    /// Takes conditions over from such a document: those of students into the memorandum on student
    /// exchange, those of staff into the one on staff exchange, made if there is none. What these
    /// memoranda said besides stays; their conditions give way.
    @Transactional
    public void put(UUID agreement, int version, String json) {
        memoranda.requireEditable(agreement);
        IiaMapping.Read read = IiaMapping.read(parsed(json));
        if (!ConditionCheck.problems(read.conditions()).isEmpty()) {
            throw KakehashiException.invalid(
                    ConditionCheck.problems(read.conditions()).values().iterator().next(),
                    Map.of());
        }
        store.step(agreement, version);
        replace(agreement, "student_exchange", true, read.conditions());
        replace(agreement, "staff_exchange", false, read.conditions());
        exchanges.save(agreement, renamed(read, agreement));
        audit.record("agreement.exchangeTaken", "agreement", agreement, Map.of());
    }

    private static Iia parsed(String json) {
        if (json.length() > LONGEST) {
            throw KakehashiException.invalid("agreement.exchange.problem.long", Map.of());
        }
        Iia iia;
        try {
            iia = Iia.JSON.readValue(json, Iia.class);
        } catch (JacksonException unreadable) {
            throw KakehashiException.invalid(
                    "agreement.exchange.problem.json",
                    Map.of("problem", unreadable.getOriginalMessage()));
        }
        boolean two =
                iia.partner() != null
                        && iia.partner().size() == 2
                        && iia.cooperationConditions() != null
                        && iia.partner().getFirst().heiId() != null
                        && iia.partner().getLast().heiId() != null;
        if (!two) {
            throw KakehashiException.invalid("agreement.exchange.problem.two", Map.of());
        }
        requireBoth(iia);
        return iia;
    }

    /// Every condition goes from one of the two partners to the other.
    private static void requireBoth(Iia iia) {
        Set<String> two =
                Set.of(
                        String.valueOf(iia.partner().getFirst().heiId()),
                        "" + iia.partner().getLast().heiId());
        Iia.Conditions all = iia.cooperationConditions();
        List<Iia.Spec> specs = new ArrayList<>();
        add(specs, all.studentStudiesMobilitySpec());
        add(specs, all.studentTraineeshipMobilitySpec());
        add(specs, all.staffTeacherMobilitySpec());
        add(specs, all.staffTrainingMobilitySpec());
        boolean strange =
                specs.stream()
                        .anyMatch(spec ->
                                !two.equals(
                                        new java.util.HashSet<>(
                                                java.util.Arrays.asList(
                                                        spec.sendingHeiId(),
                                                        spec.receivingHeiId()))));
        if (strange) {
            throw KakehashiException.invalid("agreement.exchange.problem.strangers", Map.of());
        }
    }

    private static void add(List<Iia.Spec> specs, @Nullable List<Iia.Spec> some) {
        if (some != null) {
            specs.addAll(some);
        }
    }

    private void replace(UUID agreement, String kind, boolean students, List<Condition> all) {
        List<Condition> wanted =
                all.stream().filter(one -> one.activity().ofStudents() == students).toList();
        List<Memorandum> present =
                store.of(List.of(agreement)).stream()
                        .filter(one -> one.annex().kind().equals(kind))
                        .toList();
        if (present.isEmpty() && !wanted.isEmpty()) {
            Bilingual nothing = new Bilingual(null, null);
            Annex annex =
                    new Annex(
                            kind,
                            nothing,
                            null,
                            null,
                            Annex.QuotaUnit.PERSONS_PER_YEAR,
                            Annex.Waiver.UNKNOWN,
                            DateText.NONE,
                            DateText.NONE,
                            nothing);
            store.save(Memorandum.of(agreement, annex).with(wanted));
        }
        for (int i = 0; i < present.size(); i++) {
            store.save(present.get(i).with(i == 0 ? wanted : List.of()));
        }
    }

    /// Contacts are kept under the ids the conditions were given when they were recorded.
    private Exchange renamed(IiaMapping.Read read, UUID agreement) {
        List<Condition> recorded =
                store.of(List.of(agreement)).stream()
                        .flatMap(one -> one.conditions().stream())
                        .toList();
        Map<String, Exchange.Contacts> contacts = new java.util.HashMap<>();
        for (Condition.Activity activity : Condition.Activity.values()) {
            List<Condition> came =
                    read.conditions().stream().filter(one -> one.activity() == activity).toList();
            List<Condition> are =
                    recorded.stream().filter(one -> one.activity() == activity).toList();
            for (int i = 0; i < came.size(); i++) {
                Exchange.Contacts known =
                        read.exchange().contacts().get(String.valueOf(came.get(i).id()));
                if (known != null) {
                    contacts.put(String.valueOf(are.get(i).id()), known);
                }
            }
        }
        Exchange given = read.exchange();
        return new Exchange(
                given.home(),
                given.partner(),
                given.inEffect(),
                given.terminated(),
                given.hash(),
                given.pdfFile(),
                contacts);
    }
}
