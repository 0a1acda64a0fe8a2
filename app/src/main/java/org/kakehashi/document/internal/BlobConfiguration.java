package org.kakehashi.document.internal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where contents lie: a folder, unless a bucket is named.
@Configuration(proxyBeanMethods = false)
class BlobConfiguration {
    @Bean
    Blobs blobs(
            @Value("${kakehashi.data:}") String data,
            @Value("${kakehashi.document-store-url:}") String url) {
        return url.isBlank() ? new FolderBlobs(folder(data).resolve("documents")) : S3Blobs.of(url);
    }

    static Path folder(String data) {
        return data.isBlank() ? Path.of(System.getProperty("java.io.tmpdir")) : Path.of(data);
    }
}
