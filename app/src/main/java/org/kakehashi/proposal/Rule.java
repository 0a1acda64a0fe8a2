package org.kakehashi.proposal;

import static org.kakehashi.proposal.RuleFinding.Step.AIM;
import static org.kakehashi.proposal.RuleFinding.Step.CONDITIONS;
import static org.kakehashi.proposal.RuleFinding.Step.PARTNER;
import static org.kakehashi.proposal.RuleFinding.Verdict.FAIL;
import static org.kakehashi.proposal.RuleFinding.Verdict.OPEN;
import static org.kakehashi.proposal.RuleFinding.Verdict.PASS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.kernel.Coded;
import org.kakehashi.proposal.ProposalContent.Answer;
import org.kakehashi.proposal.ProposalContent.Degrees;
import org.kakehashi.proposal.ProposalContent.TermKind;
import org.kakehashi.proposal.RuleFinding.Step;
import org.kakehashi.proposal.RuleFinding.Verdict;

/// The checks a paragraph of a guideline can carry. Each looks at facts only; what is not known yet
/// is open where people still find it out, and fails where the form must state it.
public enum Rule implements Coded {
    /// At least one purpose; the parameter may limit them: `joint_research, exchange`.
    PURPOSE(Parameter.CODES),
    /// The level is stated; the parameter may limit it: `university`.
    LEVEL(Parameter.CODES),
    /// At university level, so many units take part.
    UNITS(Parameter.NUMBER),
    /// The partner awards one of these degrees: `doctoral, master`.
    PARTNER_LEVEL(Parameter.CODES),
    /// The term is stated and not longer than so many years.
    TERM(Parameter.NUMBER),
    /// How it is renewed is stated; the parameter may limit it: `by_evaluation`.
    RENEWAL(Parameter.CODES),
    /// How long before its end either side may give notice is stated, at least so many months.
    NOTICE(Parameter.NUMBER),
    /// No burden of money or staff.
    BURDEN(Parameter.NONE),
    /// Where students travel, staff have visited the site.
    SAFETY(Parameter.NONE),
    /// The due diligence of the partner lets it go on.
    DILIGENCE(Parameter.NONE),
    /// The text is in all of these languages: `ja, en`.
    LANGUAGES(Parameter.CODES),
    /// A responsible person is named.
    RESPONSIBLE(Parameter.NONE),
    /// A caretaker is named.
    CARETAKER(Parameter.NONE),
    /// There is a record of exchange, or the plan is described.
    RECORD(Parameter.NONE),
    /// There is a draft of the text.
    DRAFT(Parameter.NONE);

    /// What the parameter is.
    public enum Parameter implements Coded {
        NONE,
        NUMBER,
        CODES
    }

    private final Parameter parameter;

    Rule(Parameter parameter) {
        this.parameter = parameter;
    }

    public Parameter parameter() {
        return parameter;
    }

    /// Can the check work with this parameter?
    public boolean takes(String text) {
        return switch (parameter) {
            case NONE -> text.isBlank();
            case NUMBER -> text.strip().matches("[1-9]\\d?");
            case CODES ->
                    codes(text).stream()
                            .allMatch(code -> known().isEmpty() || known().contains(code));
        };
    }

    /// The codes there are; empty: any.
    public List<String> known() {
        return switch (this) {
            case PURPOSE -> all(ProposalContent.Purpose.values());
            case LEVEL -> List.of("university", "department");
            case PARTNER_LEVEL -> List.of("doctoral", "master", "bachelor", "no_degree");
            case RENEWAL -> List.of("automatic", "by_evaluation", "new_signature", "none");
            case UNITS,
                    TERM,
                    NOTICE,
                    BURDEN,
                    SAFETY,
                    DILIGENCE,
                    LANGUAGES,
                    RESPONSIBLE,
                    CARETAKER,
                    RECORD,
                    DRAFT ->
                    List.of();
        };
    }

    private static List<String> all(Coded[] values) {
        return Arrays.stream(values).map(Coded::code).toList();
    }

    private static List<String> codes(String text) {
        return Arrays.stream(text.strip().split("[\\s,、]+")).filter(one -> !one.isEmpty()).toList();
    }

    /// How a proposal stands to it.
    RuleFinding judge(String given, Situation known) {
        var aim = known.content().aim();
        var conditions = known.content().conditions();
        return switch (this) {
            case PURPOSE ->
                    among(given, Set.copyOf(all(aim.purposes().toArray(Coded[]::new))), AIM);
            case LEVEL -> one(given, aim.level() == Level.UNKNOWN ? "" : aim.level().code(), AIM);
            case UNITS -> units(given, known);
            case PARTNER_LEVEL -> {
                Degrees degrees = known.content().partner().degrees();
                yield one(given, degrees == Degrees.UNKNOWN ? "" : degrees.code(), PARTNER);
            }
            case TERM -> term(given, known);
            case RENEWAL -> {
                String code = conditions.renewal().code();
                yield one(given, code.equals("unknown") ? "" : code, CONDITIONS);
            }
            case NOTICE -> {
                Integer months = conditions.noticeMonths();
                yield months == null
                        ? finding(FAIL, "missing", CONDITIONS)
                        : finding(
                                months >= number(given) ? PASS : FAIL,
                                months >= number(given) ? "pass" : "short",
                                CONDITIONS,
                                Map.of("n", number(given), "months", months));
            }
            case BURDEN ->
                    switch (conditions.burden()) {
                        case NO -> finding(PASS, "pass", CONDITIONS);
                        case YES -> finding(FAIL, "fail", CONDITIONS);
                        case UNKNOWN -> finding(FAIL, "missing", CONDITIONS);
                    };
            case SAFETY -> safety(known);
            case DILIGENCE -> diligence(known);
            case LANGUAGES -> languages(given, conditions.languages());
            case RESPONSIBLE -> stated(aim.responsible() != null, AIM);
            case CARETAKER -> stated(aim.caretaker() != null, AIM);
            case RECORD ->
                    known.exchanges() > 0
                            ? finding(PASS, "pass", AIM, Map.of("n", known.exchanges()))
                            : aim.reason().parity() == org.kakehashi.kernel.Bilingual.Parity.NONE
                                    ? finding(FAIL, "missing", AIM)
                                    : finding(PASS, "planned", AIM);
            case DRAFT ->
                    known.drafts() > 0
                            ? finding(PASS, "pass", AIM, Map.of("n", known.drafts()))
                            : finding(OPEN, "missing", AIM).at("text");
        };
    }

    private RuleFinding units(String given, Situation known) {
        int many = known.content().aim().units().size();
        if (known.content().aim().level() == Level.UNKNOWN) {
            return finding(FAIL, "level", AIM);
        }
        if (known.content().aim().level() == Level.DEPARTMENT) {
            return finding(PASS, "department", AIM);
        }
        boolean enough = many >= number(given);
        return finding(
                enough ? PASS : FAIL,
                enough ? "pass" : "fail",
                AIM,
                Map.of("n", number(given), "units", many));
    }

    private RuleFinding term(String given, Situation known) {
        var conditions = known.content().conditions();
        if (conditions.term() == TermKind.UNKNOWN) {
            return finding(FAIL, "missing", CONDITIONS, Map.of("n", number(given)));
        }
        if (conditions.term() == TermKind.ENDLESS) {
            return finding(FAIL, "endless", CONDITIONS, Map.of("n", number(given)));
        }
        var from = conditions.start() == null ? known.today() : conditions.start();
        var last = conditions.lastDay(from);
        if (last == null) {
            return finding(FAIL, "missing", CONDITIONS, Map.of("n", number(given)));
        }
        boolean within = last.isBefore(from.plusYears(number(given)));
        return finding(
                within ? PASS : FAIL,
                within ? "pass" : "long",
                CONDITIONS,
                Map.of("n", number(given), "day", last));
    }

    private RuleFinding safety(Situation known) {
        var conditions = known.content().conditions();
        if (conditions.studentsTravel() == Answer.UNKNOWN) {
            return finding(FAIL, "missing", CONDITIONS);
        }
        if (conditions.studentsTravel() == Answer.NO) {
            return finding(PASS, "none", CONDITIONS);
        }
        var visit = conditions.safetyVisitOn();
        if (visit == null) {
            return finding(OPEN, "open", CONDITIONS);
        }
        return visit.isAfter(known.today())
                ? finding(OPEN, "planned", CONDITIONS, Map.of("day", visit))
                : finding(PASS, "pass", CONDITIONS, Map.of("day", visit));
    }

    private RuleFinding diligence(Situation known) {
        var gate = known.gate();
        var partner = known.content().partner().organization();
        if (gate == null || partner == null) {
            return finding(OPEN, "missing", PARTNER);
        }
        Verdict verdict = gate.open() ? PASS : gate.why().endsWith("refused") ? FAIL : OPEN;
        String why = gate.why().substring(gate.why().lastIndexOf('.') + 1);
        return finding(verdict, why, PARTNER).at("/organizations/" + partner + "/due-diligence");
    }

    private RuleFinding languages(String given, List<String> stated) {
        if (stated.isEmpty()) {
            return finding(FAIL, "missing", CONDITIONS, Map.of("codes", given));
        }
        boolean all = stated.containsAll(codes(given));
        return finding(
                all ? PASS : FAIL,
                all ? "pass" : "fail",
                CONDITIONS,
                Map.of("codes", String.join(", ", codes(given))));
    }

    private RuleFinding among(String given, Set<String> stated, Step step) {
        if (stated.isEmpty()) {
            return finding(FAIL, "missing", step);
        }
        boolean within = codes(given).isEmpty() || stated.stream().anyMatch(codes(given)::contains);
        return finding(within ? PASS : FAIL, within ? "pass" : "fail", step);
    }

    private RuleFinding one(String given, String stated, Step step) {
        return among(given, stated.isEmpty() ? Set.of() : Set.of(stated), step);
    }

    private RuleFinding stated(boolean there, Step step) {
        return finding(there ? PASS : FAIL, there ? "pass" : "missing", step);
    }

    private static int number(String given) {
        return Integer.parseInt(given.strip());
    }

    private RuleFinding finding(Verdict verdict, String why, Step step) {
        return finding(verdict, why, step, Map.of());
    }

    private RuleFinding finding(
            Verdict verdict, String why, Step step, Map<String, Object> arguments) {
        return RuleFinding.of(verdict, "proposal.rule." + code() + "." + why, arguments, step);
    }
}
