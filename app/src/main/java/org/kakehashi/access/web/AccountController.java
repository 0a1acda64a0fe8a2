package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own account: name, roles, password.
@Controller
@RequestMapping("/account")
class AccountController {
    private final Users users;
    private final Templates templates;

    AccountController(Users users, Templates templates) {
        this.users = users;
        this.templates = templates;
    }

    @GetMapping
    JteModel show() {
        return templates.accessAccount(CurrentUser.get(), Map.of(), false);
    }

    @PostMapping("/password")
    JteModel changePassword(
            @RequestParam @Nullable String present,
            @RequestParam @Nullable String password,
            HttpServletResponse response) {
        Map<String, String> problems = Map.of();
        if (!users.myPasswordIs(UserForm.text(present))) {
            problems = Map.of("present", "access.password.wrong");
        } else if (UserForm.text(password).length() < Users.SHORTEST_PASSWORD) {
            problems = Map.of("password", "access.password.tooShort");
        } else {
            users.changePassword(
                    Objects.requireNonNull(CurrentUser.get().id()), UserForm.text(password));
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
        }
        return templates.accessAccount(CurrentUser.get(), problems, problems.isEmpty());
    }
}
