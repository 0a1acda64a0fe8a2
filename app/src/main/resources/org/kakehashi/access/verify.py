#!/usr/bin/env python3
"""Verifies the chain in chain.jsonl without Kakehashi: python3 verify.py [SEQ:HASH ...] (anchors from paper)."""
import hashlib, json, sys

def sha(text): return hashlib.sha256(text.encode("utf-8")).hexdigest()

anchors = dict(a.split(":") for a in sys.argv[1:])
digests = {}
for line in open("changes.jsonl", encoding="utf-8"):
    c = json.loads(line)
    digests.setdefault(c["transaction"], []).append(bytes.fromhex(c["digest"]))
last, seq, gone = "0" * 64, 0, 0
for line in open("chain.jsonl", encoding="utf-8"):
    l = json.loads(line)
    seq += 1
    if l["seq"] != seq: sys.exit(f"BROKEN at {seq}: a link is missing")
    if l["content"] is None: gone += 1
    elif sha(l["content"]) != l["content_sha256"]: sys.exit(f"BROKEN at {seq}: the content was altered")
    elif l["kind"] == "changes":
        content = json.loads(l["content"])
        whole = hashlib.sha256(b"".join(digests.get(content["transaction"], []))).hexdigest()
        if whole != content["digest"]: sys.exit(f"BROKEN at {seq}: changes were altered")
    last = sha(f"kakehashi-audit/1\n{seq}\n{last}\n{l['content_sha256']}\n{l['sealed_at']}\n")
    if l["hash"] != last: sys.exit(f"BROKEN at {seq}: the link does not fit the one before")
    if anchors.pop(str(seq), last) != last: sys.exit(f"BROKEN at {seq}: the chain was written anew")
if anchors: sys.exit(f"BROKEN after {seq}: the tail was cut off")
print(f"whole: {seq} links, {gone} disposed of; head {seq}:{last}")
