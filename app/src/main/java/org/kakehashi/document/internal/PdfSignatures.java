package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.bc.BcECSignerInfoVerifierBuilder;
import org.bouncycastle.cms.bc.BcRSASignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.PdfSignature;

/// Electronic signatures inside a PDF (ISO 32000-2, 12.8): who, when, over which bytes, and whether
/// these bytes are unchanged. Whether the certificate deserves trust is not looked at.
final class PdfSignatures {
    private static final int MOST = 50;
    private static final long MOST_SIGNED = 100L * 1024 * 1024;

    private PdfSignatures() {}

    static List<PdfSignature> of(PDDocument pdf, Path file) throws IOException {
        List<PdfSignature> found = new ArrayList<>();
        for (PDSignature signature : pdf.getSignatureDictionaries()) {
            if (found.size() < MOST && signature.getByteRange() != null) {
                found.add(signature(signature, file));
            }
        }
        return found;
    }

    private static PdfSignature signature(PDSignature signature, Path file) throws IOException {
        int[] range = signature.getByteRange();
        long length = Files.size(file);
        boolean sound = range.length == 4 && sound(range, length);
        X509CertificateHolder certificate = null;
        Boolean intact = null;
        if (sound && (long) range[1] + range[3] <= MOST_SIGNED) {
            try {
                byte[] signed = signed(file, range);
                CMSSignedData cms =
                        new CMSSignedData(
                                new CMSProcessableByteArray(signed),
                                container(signature.getContents()));
                SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
                certificate = certificate(cms, signer);
                intact = certificate == null ? null : signer.verify(verifier(certificate));
            } catch (CMSSignerDigestMismatchException e) {
                intact = false;
            } catch (CMSException | OperatorCreationException | IOException | RuntimeException e) {
                intact = null; // a form of signature that is not understood here
            }
        }
        boolean whole = sound && range[0] == 0 && (long) range[2] + range[3] == length;
        return new PdfSignature(
                certificate == null
                        ? Objects.requireNonNullElse(signature.getName(), "")
                        : name(certificate.getSubject()),
                certificate == null ? "" : name(certificate.getIssuer()),
                at(signature.getSignDate()),
                whole,
                intact);
    }

    /// The place for a signature is larger than the signature; the zeros after it are not read.
    private static ContentInfo container(byte[] contents) throws CMSException {
        try (ASN1InputStream in = new ASN1InputStream(contents)) {
            return ContentInfo.getInstance(in.readObject());
        } catch (IOException e) {
            throw new CMSException("not a signature container", e);
        }
    }

    private static boolean sound(int[] range, long length) {
        return range[0] >= 0
                && range[1] >= 0
                && range[2] >= (long) range[0] + range[1]
                && range[3] >= 0
                && (long) range[2] + range[3] <= length;
    }

    private static byte[] signed(Path file, int[] range) throws IOException {
        byte[] all = new byte[range[1] + range[3]];
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(range[0]);
            in.readNBytes(all, 0, range[1]);
            in.skipNBytes((long) range[2] - range[0] - range[1]);
            in.readNBytes(all, range[1], range[3]);
        }
        return all;
    }

    private static @Nullable X509CertificateHolder certificate(
            CMSSignedData cms, SignerInformation signer) {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> matching =
                cms.getCertificates().getMatches(signer.getSID());
        return matching.stream().findFirst().orElse(null);
    }

    private static SignerInformationVerifier verifier(X509CertificateHolder certificate)
            throws OperatorCreationException {
        boolean elliptic =
                certificate
                        .getSubjectPublicKeyInfo()
                        .getAlgorithm()
                        .getAlgorithm()
                        .getId()
                        .startsWith("1.2.840.10045");
        return elliptic
                ? new BcECSignerInfoVerifierBuilder(
                                new DefaultCMSSignatureAlgorithmNameGenerator(),
                                new DefaultSignatureAlgorithmIdentifierFinder(),
                                new DefaultDigestAlgorithmIdentifierFinder(),
                                new BcDigestCalculatorProvider())
                        .build(certificate)
                : new BcRSASignerInfoVerifierBuilder(
                                new DefaultCMSSignatureAlgorithmNameGenerator(),
                                new DefaultSignatureAlgorithmIdentifierFinder(),
                                new DefaultDigestAlgorithmIdentifierFinder(),
                                new BcDigestCalculatorProvider())
                        .build(certificate);
    }

    private static String name(X500Name name) {
        var common = name.getRDNs(BCStyle.CN);
        return common.length == 0
                ? name.toString()
                : IETFUtils.valueToString(common[0].getFirst().getValue());
    }

    private static @Nullable OffsetDateTime at(@Nullable Calendar when) {
        return when == null ? null : when.toInstant().atOffset(ZoneOffset.UTC);
    }
}
