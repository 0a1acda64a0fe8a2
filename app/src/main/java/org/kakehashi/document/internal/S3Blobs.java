package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.kernel.KakehashiException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Contents in a bucket of a server that speaks S3, named `documents/ab/abcd…`. Reading proves the
/// hash here too: the server is not believed.
final class S3Blobs implements Blobs {
    private static final Pattern URL =
            Pattern.compile(
                    "s3\\+(https?)://([^:@/]+):([^@/]+)@([^/?]+)/([^/?]+)(?:\\?region=([a-z0-9-]+))?");
    private static final String FOLDER = "documents/";
    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;

    private S3Blobs(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /// `s3+https://KEY:SECRET@host[:port]/bucket[?region=ap-northeast-1]`, key and secret as in any
    /// URL (percent-encoded).
    static S3Blobs of(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "KAKEHASHI_DOCUMENT_STORE_URL must be s3+https://KEY:SECRET@host/bucket[?region=…]");
        }
        String region = parts.group(6) == null ? "us-east-1" : parts.group(6);
        S3Client client =
                S3Client.builder()
                        .endpointOverride(URI.create(parts.group(1) + "://" + parts.group(4)))
                        .region(Region.of(region))
                        .forcePathStyle(true)
                        .serviceConfiguration(
                                S3Configuration.builder().chunkedEncodingEnabled(false).build())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                decoded(parts.group(2)), decoded(parts.group(3)))))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(Duration.ofSeconds(10))
                                        .socketTimeout(Duration.ofSeconds(60)))
                        .build();
        return new S3Blobs(client, parts.group(5));
    }

    @Override
    public void keep(Path file, String sha256) throws IOException {
        if (!has(sha256)) {
            asking(() ->
                    client.putObject(
                            request -> request.bucket(bucket).key(key(sha256)),
                            RequestBody.fromFile(file)));
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(key(sha256)));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(sha256);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public boolean has(String sha256) throws IOException {
        try {
            client.headObject(request -> request.bucket(bucket).key(key(sha256)));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return false;
            }
            throw new IOException(e);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void delete(String sha256) throws IOException {
        asking(() -> client.deleteObject(request -> request.bucket(bucket).key(key(sha256))));
    }

    @Override
    public void each(Instant before, Consumer<String> visitor) throws IOException {
        asking(() -> {
            client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(FOLDER))
                    .contents()
                    .forEach(found -> {
                        String name = found.key().replaceAll(".*/", "");
                        if (Receiving.isHash(name) && found.lastModified().isBefore(before)) {
                            visitor.accept(name);
                        }
                    });
            return bucket;
        });
    }

    private static void asking(java.util.function.Supplier<?> request) throws IOException {
        try {
            var answer = request.get();
            java.util.Objects.requireNonNull(answer);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    private static String key(String sha256) {
        if (!Receiving.isHash(sha256)) {
            throw KakehashiException.notFound();
        }
        return FOLDER + sha256.substring(0, 2) + "/" + sha256;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
