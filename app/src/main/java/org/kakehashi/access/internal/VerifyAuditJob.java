package org.kakehashi.access.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.access.AuditChain;
import org.kakehashi.access.AuditReport;
import org.kakehashi.kernel.JobKind;
import org.kakehashi.kernel.JobRun;
import org.springframework.stereotype.Component;

/// Walks the audit chain in the background.
@Component
class VerifyAuditJob implements JobKind {
    private final AuditChain chain;

    VerifyAuditJob(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public String name() {
        return AuditChain.VERIFY;
    }

    @Override
    public void run(JobRun run) {
        AuditReport report = chain.verify(List.of(), done -> run.progress(done, -1));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("links", report.links());
        result.put("entries", report.entries());
        result.put("changes", report.changes());
        result.put("disposed", report.disposed());
        result.put("anchors", report.anchors());
        AuditReport.Broken broken = report.broken();
        if (broken != null) {
            result.put("broken", broken.seq());
            result.put("fault", broken.key());
            result.putAll(broken.arguments());
        }
        run.result(result);
    }
}
