package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.Body;
import org.kakehashi.review.web.ProcessDifferences.Difference;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Making, renaming and retiring committees and posts, with the rules they decide by.
@Controller
@RequestMapping("/committees")
public class BodyController {
    /// A committee or post as typed.
    public record BodyForm(
            @Nullable String code,
            @Nullable String kind,
            @Nullable String nameJa,
            @Nullable String nameEn,
            @Nullable Boolean perUnit,
            @Nullable String role,
            @Nullable String quorum,
            @Nullable String decidesBy,
            @Nullable Boolean retired,
            @Nullable Integer version) {
        static BodyForm of(Body body) {
            return new BodyForm(
                    body.code(),
                    body.kind().code(),
                    body.name().ja(),
                    body.name().en(),
                    body.perUnit(),
                    body.role(),
                    body.quorum().code(),
                    body.decidesBy().code(),
                    !body.active(),
                    body.version());
        }

        /// @param id of the body it is; a new one has none yet
        Body body(UUID id, @Nullable Body saved) {
            return new Body(
                    id,
                    saved == null ? String.valueOf(code).strip() : saved.code(),
                    saved == null
                            ? Coded.find(Body.Kind.class, kind)
                                    .orElseThrow(() ->
                                            KakehashiException.invalid(
                                                    "review.body.incomplete", Map.of()))
                            : saved.kind(),
                    new Bilingual(nameJa, nameEn),
                    Boolean.TRUE.equals(perUnit),
                    role != null && Users.ROLES.contains(role) ? role : null,
                    Coded.find(Body.Quorum.class, quorum).orElse(Body.Quorum.MORE_THAN_HALF),
                    Coded.find(Body.Majority.class, decidesBy).orElse(Body.Majority.MAJORITY),
                    !Boolean.TRUE.equals(retired),
                    version == null ? -1 : version);
        }

        BodyForm with(int current) {
            return new BodyForm(
                    code, kind, nameJa, nameEn, perUnit, role, quorum, decidesBy, retired, current);
        }
    }

    /// @param saved the body as it is; null for a new one
    public record BodyPage(
            @Nullable Body saved,
            BodyForm form,
            List<Choice> kinds,
            List<Choice> roles,
            List<Choice> quorums,
            List<Choice> rules,
            @Nullable String refused,
            List<Difference> differences) {}

    private static final UUID NEW = new UUID(0, 0);

    private final Bodies bodies;
    private final Templates templates;

    BodyController(Bodies bodies, Templates templates) {
        this.bodies = bodies;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel fresh() {
        bodies.requireConfigure();
        BodyForm empty =
                new BodyForm(
                        null,
                        "committee",
                        null,
                        null,
                        null,
                        "office",
                        "more_than_half",
                        "majority",
                        null,
                        null);
        return page(null, empty, null, List.of());
    }

    @PostMapping("/new")
    @Nullable JteModel create(BodyForm form, HttpServletResponse response) throws IOException {
        bodies.requireConfigure();
        UUID id;
        try {
            id = bodies.create(form.body(NEW, null));
        } catch (KakehashiException refused) {
            return page(null, form, said(refused, response), List.of());
        }
        response.sendRedirect("/committees/" + id);
        return null;
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/edit")
    JteModel edit(@PathVariable UUID id) {
        bodies.requireConfigure();
        Body body = bodies.get(id);
        return page(body, BodyForm.of(body), null, List.of());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/edit")
    @Nullable JteModel save(@PathVariable UUID id, BodyForm form, HttpServletResponse response)
            throws IOException {
        bodies.requireConfigure();
        Body typed = form.body(id, bodies.get(id));
        try {
            bodies.change(typed);
        } catch (KakehashiException refused) {
            String said = said(refused, response);
            Body now = bodies.get(id);
            return refused.kind() == KakehashiException.Kind.CONFLICT
                    ? page(
                            now,
                            form.with(now.version()),
                            t("review.body.changedMeanwhile"),
                            differences(now, typed))
                    : page(now, form, said, List.of());
        }
        response.sendRedirect("/committees/" + id);
        return null;
    }

    private static List<Difference> differences(Body now, Body typed) {
        List<Difference> all = new ArrayList<>();
        difference(all, "review.process.nameJa", now.name().ja(), typed.name().ja());
        difference(all, "review.process.nameEn", now.name().en(), typed.name().en());
        difference(all, "review.body.perUnit", yes(now.perUnit()), yes(typed.perUnit()));
        difference(all, "review.body.role", role(now), role(typed));
        difference(all, "review.quorum", quorum(now), quorum(typed));
        difference(all, "review.decidesBy", rule(now), rule(typed));
        difference(all, "review.body.retired", yes(!now.active()), yes(!typed.active()));
        return all;
    }

    private static void difference(
            List<Difference> all, String key, @Nullable String now, @Nullable String typed) {
        if (!java.util.Objects.equals(now, typed)) {
            all.add(new Difference(t("review.body.whole"), t(key), now, typed));
        }
    }

    private static String yes(boolean value) {
        return t(value ? "review.yes" : "review.no");
    }

    private static @Nullable String role(Body body) {
        return body.role() == null ? null : t("access.role." + body.role());
    }

    private static String quorum(Body body) {
        return ReviewWords.word("quorum", body.quorum());
    }

    private static String rule(Body body) {
        return ReviewWords.word("decidesBy", body.decidesBy());
    }

    private static String said(KakehashiException refused, HttpServletResponse response) {
        boolean late = refused.kind() == KakehashiException.Kind.CONFLICT;
        if (!late && refused.kind() != KakehashiException.Kind.INVALID) {
            throw refused;
        }
        response.setStatus(
                late ? ProcessEditController.CONFLICT : ProcessEditController.UNPROCESSABLE);
        return Messages.text(Text.locale(), refused.key(), refused.arguments());
    }

    private JteModel page(
            @Nullable Body saved,
            BodyForm form,
            @Nullable String refused,
            List<Difference> differences) {
        return templates.reviewBodyEdit(
                new BodyPage(
                        saved,
                        form,
                        choices(Body.Kind.class, "body.kind", form.kind()),
                        List.of("office", "executive", "administrator", "member").stream()
                                .map(role ->
                                        new Choice(
                                                role,
                                                t("access.role." + role),
                                                role.equals(form.role())))
                                .toList(),
                        choices(Body.Quorum.class, "quorum", form.quorum()),
                        choices(Body.Majority.class, "decidesBy", form.decidesBy()),
                        refused,
                        differences));
    }

    private static <E extends Enum<E> & Coded> List<Choice> choices(
            Class<E> type, String group, @Nullable String chosen) {
        return Arrays.stream(type.getEnumConstants())
                .map(one ->
                        new Choice(
                                one.code(),
                                ReviewWords.word(group, one),
                                one.code().equals(chosen)))
                .toList();
    }
}
