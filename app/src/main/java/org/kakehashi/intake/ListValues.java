package org.kakehashi.intake;

/// What a row says, by the shape of its list.
public sealed interface ListValues permits PartnerValues, FigureValues {}
