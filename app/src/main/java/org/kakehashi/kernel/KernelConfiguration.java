package org.kakehashi.kernel;

import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class KernelConfiguration {
    /// Instants are UTC; days are counted in the office's zone.
    @Bean
    Clock clock(@Value("${kakehashi.zone:Asia/Tokyo}") String zone) {
        return Clock.system(ZoneId.of(zone));
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, PersonalValues personal) {
        return new ActingTransactionManager(dataSource, personal);
    }
}
