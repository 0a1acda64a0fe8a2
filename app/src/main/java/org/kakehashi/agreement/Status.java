package org.kakehashi.agreement;

import org.kakehashi.kernel.Coded;

/// How an agreement stands on a day. The definition is the SQL function `agreement.status`,
/// explained in docs/modules/agreement.md.
public enum Status implements Coded {
    /// 発効前: under preparation, or it starts later
    PROPOSED,
    /// 有効
    IN_FORCE,
    /// 期限間近: in force, and ends within the months asked for unless somebody acts
    EXPIRING,
    /// 期限切れ: the term is over, it does not renew itself, and nobody has ended it
    LAPSED,
    /// 終了: somebody ended it
    ENDED,
    /// 不明: nobody recorded until when it is valid
    UNKNOWN
}
