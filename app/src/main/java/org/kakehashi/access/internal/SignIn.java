package org.kakehashi.access.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.kakehashi.access.User;
import org.kakehashi.kernel.CurrentUser;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/// Finds the account that signs in.
@Component
class SignIn implements UserDetailsService {
    /// The account as Spring Security carries it in the session.
    record Account(CurrentUser user, String password, boolean active) implements UserDetails {
        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return List.of(new SimpleGrantedAuthority("ROLE_USER"));
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getUsername() {
            return user.login();
        }

        @Override
        public boolean isEnabled() {
            return active;
        }
    }

    private final UserStore users;

    SignIn(UserStore users) {
        this.users = users;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        User user =
                users.findByLogin(login.strip().toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        String hash = users.passwordHash(user.id()).orElseThrow();
        return account(user, hash);
    }

    static Account account(User user, String hash) {
        return new Account(
                new CurrentUser(user.id(), user.login(), user.name(), user.grants()),
                hash,
                user.active());
    }
}
