package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.ProcessProblem;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.review.ReviewSubject.FactKind;
import org.kakehashi.review.Step;
import org.kakehashi.review.Subjects;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Problem;
import org.springframework.stereotype.Component;

/// What the pages of processes have in common: words, picture, problems, differences.
@Component
class ProcessPages {
    private final Processes processes;
    private final CasePages cases;
    private final Subjects subjects;

    ProcessPages(Processes processes, CasePages cases, Subjects subjects) {
        this.processes = processes;
        this.cases = cases;
        this.subjects = subjects;
    }

    List<ReviewSubject> kinds(ReviewProcess process) {
        return process.kinds().stream().map(subjects::of).toList();
    }

    /// The facts that its conditions may ask; of a process for nothing yet, those of every kind.
    List<FactKind> facts(ReviewProcess process) {
        if (!process.kinds().isEmpty()) {
            return subjects.commonFactKinds(process.kinds());
        }
        Map<String, FactKind> all = new LinkedHashMap<>();
        subjects.list().forEach(kind -> kind.facts().forEach(f -> all.putIfAbsent(f.name(), f)));
        return new ArrayList<>(all.values());
    }

    List<CasePage.Standing> words(ReviewProcess process) {
        return cases.words(process, cases.bodyNames());
    }

    String picture(ReviewProcess process) {
        return ProcessPicture.of(process, cases.bodyNames(), null);
    }

    Map<UUID, String> bodyNames() {
        return cases.bodyNames();
    }

    ProcessDifferences differences() {
        return new ProcessDifferences(cases.bodyNames(), subjects.list());
    }

    /// What stands in the way of publishing, each with where it is put right.
    List<Problem> problems(ReviewProcess process) {
        return processes.problems(process).stream().map(one -> problem(process, one)).toList();
    }

    private static Problem problem(ReviewProcess process, ProcessProblem one) {
        String said = Messages.text(Text.locale(), one.what().key(), one.what().arguments());
        String code = one.step();
        String address = "/processes/" + process.id();
        if (code == null) {
            return new Problem(said, address + "/edit", null);
        }
        String step =
                process.steps().stream()
                        .filter(other -> other.code().equals(code))
                        .findFirst()
                        .map(Step::name)
                        .map(Text::t)
                        .orElse(code);
        return new Problem(
                t("review.process.problemAt", "step", step, "problem", said),
                address + "/steps/" + code,
                null);
    }

    /// Why it was refused, with the status of the answer; what the reader may not do or see stays
    /// an error.
    String said(KakehashiException refused, HttpServletResponse response) {
        if (refused.kind() != KakehashiException.Kind.CONFLICT
                && refused.kind() != KakehashiException.Kind.INVALID) {
            throw refused;
        }
        response.setStatus(
                refused.kind() == KakehashiException.Kind.CONFLICT
                        ? ProcessEditController.CONFLICT
                        : ProcessEditController.UNPROCESSABLE);
        return Messages.text(Text.locale(), refused.key(), refused.arguments());
    }

    static @Nullable Step find(ReviewProcess process, String code) {
        return process.steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
