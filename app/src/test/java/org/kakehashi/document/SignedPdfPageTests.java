package org.kakehashi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is told of electronic signatures inside a PDF.
class SignedPdfPageTests extends DocumentTest {
    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void aSoundSignatureIsToldWithItsSignerAndWithoutPromises(String algorithm) throws Exception {
        String page = page("sound-" + algorithm + ".pdf", signed(algorithm));
        assertThat(page)
                .contains("学長 President", "Unchanged since", "Covers the whole file")
                .contains("trusted or was revoked is not checked")
                .doesNotContain("Changed since", "Covers a part");
    }

    @Test
    void alteredBytesAndBytesAddedAfterwardsAreTold() throws Exception {
        byte[] altered = signed("RSA");
        altered[11] = 'Q'; // in the comment after the first line
        assertThat(page("altered.pdf", altered)).contains("Changed since");
        byte[] signed = signed("RSA");
        byte[] longer = Arrays.copyOf(signed, signed.length + 20);
        Arrays.fill(longer, signed.length, longer.length, (byte) '\n');
        assertThat(page("longer.pdf", longer)).contains("Covers a part", "Unchanged since");
    }

    private String page(String name, byte[] pdf) {
        UUID id = keep(name, Language.EN, false, pdf);
        background("document.examine");
        return signedInAs("office").get("/documents/" + id).select("main").text();
    }

    private static byte[] signed(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("EC") ? 256 : 2048);
        KeyPair keys = generator.generateKeyPair();
        ContentSigner signer =
                new JcaContentSignerBuilder(
                                algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA")
                        .build(keys.getPrivate());
        X500Name name = new X500Name("CN=学長 President,O=Testing University");
        Instant now = Instant.now();
        X509CertificateHolder certificate =
                new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minus(1, ChronoUnit.DAYS)),
                                Date.from(now.plus(1, ChronoUnit.DAYS)),
                                name,
                                keys.getPublic())
                        .build(signer);
        SignerInfoGenerator info =
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build(
                                algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA",
                                keys.getPrivate(),
                                certificate(certificate));
        try (PDDocument pdf = Loader.loadPDF(bytes(pdf(1)))) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(Calendar.getInstance());
            pdf.addSignature(
                    signature,
                    content -> {
                        try {
                            CMSSignedDataGenerator cms = new CMSSignedDataGenerator();
                            cms.addSignerInfoGenerator(info);
                            cms.addCertificates(
                                    new org.bouncycastle.util.CollectionStore<>(
                                            List.of(certificate)));
                            return cms.generate(
                                            new CMSProcessableByteArray(content.readAllBytes()),
                                            false)
                                    .getEncoded();
                        } catch (org.bouncycastle.cms.CMSException e) {
                            throw new IOException(e);
                        }
                    });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static java.security.cert.X509Certificate certificate(X509CertificateHolder holder)
            throws Exception {
        return new org.bouncycastle.cert.jcajce.JcaX509CertificateConverter()
                .getCertificate(holder);
    }
}
