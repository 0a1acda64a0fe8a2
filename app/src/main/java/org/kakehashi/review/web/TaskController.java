package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.Delegation;
import org.kakehashi.review.Notice;
import org.kakehashi.review.NoticeSettings;
import org.kakehashi.review.Notices;
import org.kakehashi.review.TaskSource.Task;
import org.kakehashi.review.Tasks;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own inbox: tasks, notices, deputies, and how one wants to be told by mail.
@Controller
@RequestMapping("/tasks")
public class TaskController {
    private static final int UNPROCESSABLE = 422;

    public record TasksPage(List<Task> tasks, List<Tab> tabs, LocalDate today) {}

    public record NoticesPage(List<Notice> notices, List<Tab> tabs, boolean unread) {}

    /// @param mine deputies the reader named; @param others for whom the reader stands in
    public record DeputiesPage(
            List<Line> mine,
            List<Line> others,
            List<Choice> people,
            List<Tab> tabs,
            String from,
            String until,
            String reason,
            @Nullable String problem) {
        public record Line(Delegation delegation, String name, boolean over) {}
    }

    public record SettingsPage(
            List<Choice> modes,
            List<Choice> digest,
            List<Choice> quietFrom,
            List<Choice> quietUntil,
            List<Tab> tabs,
            boolean saved) {}

    private final Tasks tasks;
    private final Notices notices;
    private final Bodies bodies;
    private final Clock clock;
    private final Templates templates;

    TaskController(Tasks tasks, Notices notices, Bodies bodies, Clock clock, Templates templates) {
        this.tasks = tasks;
        this.notices = notices;
        this.bodies = bodies;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel tasks() {
        return templates.reviewTasks(
                new TasksPage(tasks.mine(), TaskTabs.at("/tasks"), LocalDate.now(clock)));
    }

    @GetMapping("/notices")
    JteModel notices() {
        return templates.reviewNotices(
                new NoticesPage(
                        notices.mine(), TaskTabs.at("/tasks/notices"), notices.unread() > 0));
    }

    @PostMapping("/notices/read")
    String read() {
        notices.markRead();
        return "redirect:/tasks/notices";
    }

    @GetMapping("/deputies")
    JteModel deputies() {
        return deputies("", "", "", null);
    }

    @PostMapping("/deputies")
    @Nullable JteModel delegate(
            @RequestParam(required = false) @Nullable UUID to,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response)
            throws IOException {
        try {
            if (to == null) {
                throw KakehashiException.invalid("review.delegation.who", Map.of());
            }
            bodies.delegate(to, LocalDate.parse(from), LocalDate.parse(until), reason.strip());
            response.sendRedirect("/tasks/deputies");
            return null;
        } catch (DateTimeParseException e) {
            response.setStatus(UNPROCESSABLE);
            return deputies(from, until, reason, t("review.delegation.days"));
        } catch (KakehashiException refused) {
            response.setStatus(UNPROCESSABLE);
            return deputies(
                    from,
                    until,
                    reason,
                    Messages.text(Text.locale(), refused.key(), refused.arguments()));
        }
    }

    @PostMapping("/deputies/{id}/end")
    String end(@PathVariable UUID id) {
        bodies.endDelegation(id);
        return "redirect:/tasks/deputies";
    }

    @GetMapping("/settings")
    JteModel settings(@RequestParam(required = false) @Nullable String saved) {
        NoticeSettings mine = notices.settings();
        return templates.reviewSettings(
                new SettingsPage(
                        List.of(NoticeSettings.Mode.values()).stream()
                                .map(mode ->
                                        new Choice(
                                                mode.code(),
                                                ReviewWords.word("settings.mode", mode),
                                                mode == mine.mode()))
                                .toList(),
                        hours(mine.digestHour()),
                        hours(mine.quietFrom()),
                        hours(mine.quietUntil()),
                        TaskTabs.at("/tasks/settings"),
                        saved != null));
    }

    @PostMapping("/settings")
    String save(
            @RequestParam String mail,
            @RequestParam int digestHour,
            @RequestParam int quietFrom,
            @RequestParam int quietUntil) {
        NoticeSettings.Mode mode =
                Coded.find(NoticeSettings.Mode.class, mail).orElse(NoticeSettings.Mode.DAILY);
        notices.change(new NoticeSettings(mode, digestHour, quietFrom, quietUntil));
        return "redirect:/tasks/settings?saved";
    }

    private JteModel deputies(String from, String until, String reason, @Nullable String problem) {
        List<Delegation> all = bodies.myDelegations();
        UUID me = CurrentUser.get().id();
        Set<UUID> people = new HashSet<>();
        all.forEach(one -> {
            people.add(one.from());
            people.add(one.to());
        });
        Map<UUID, Bilingual> names = bodies.names(people);
        return templates.reviewDeputies(
                new DeputiesPage(
                        all.stream()
                                .filter(one -> one.from().equals(me))
                                .map(one -> line(one, names.get(one.to())))
                                .toList(),
                        all.stream()
                                .filter(one -> one.to().equals(me))
                                .map(one -> line(one, names.get(one.from())))
                                .toList(),
                        bodies.people().entrySet().stream()
                                .filter(one -> !one.getKey().equals(me))
                                .map(one -> new Choice(one.getKey().toString(), t(one.getValue())))
                                .toList(),
                        TaskTabs.at("/tasks/deputies"),
                        from,
                        until,
                        reason,
                        problem));
    }

    private DeputiesPage.Line line(Delegation one, @Nullable Bilingual name) {
        return new DeputiesPage.Line(
                one,
                name == null ? t("ui.unknown") : t(name),
                one.lastDay().isBefore(LocalDate.now(clock)));
    }

    private static List<Choice> hours(int chosen) {
        return IntStream.range(0, 24)
                .mapToObj(hour ->
                        new Choice(
                                Integer.toString(hour),
                                t("review.hour", "n", hour),
                                hour == chosen))
                .toList();
    }
}
