package org.kakehashi.document.internal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BlobConfiguration {
    @Bean
    Blobs blobs(@Value("${kakehashi.data:}") String data) {
        return new FolderBlobs(folder(data).resolve("documents"));
    }

    static Path folder(String data) {
        return data.isBlank() ? Path.of(System.getProperty("java.io.tmpdir")) : Path.of(data);
    }
}
