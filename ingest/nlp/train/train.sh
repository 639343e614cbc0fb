#!/usr/bin/env bash
# Prepares the text and trains the student; one thread. Everything is taken from the environment:
#   STOCK_SM, STOCK_MD   directories of the stock pipelines en_core_web_sm and en_core_web_md 3.8.0
#   TEXT                 folder with the sources' *.jsonl.gz
#   EXCLUDE              files whose text must not occur in training (evaluation texts), separated by blanks
#   OUT                  where data, checkpoints and the log go
#   WORDS, MINUTES       how long to train: whichever is used up first (default 8e6 words)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0

# shellcheck disable=SC2086  # EXCLUDE is a list
[[ -f $OUT/data/train.jsonl.gz ]] || "$python" "$here/prepare.py" --teacher "$STOCK_MD" --out "$OUT/data" \
    --exclude ${EXCLUDE:-} -- "$TEXT"/*.jsonl.gz | tee "$OUT/prepare.log"
[[ -d $OUT/start ]] || "$python" -W ignore "$here/join.py" "$STOCK_SM" "$OUT/start" --probe "$OUT/data/train.jsonl.gz" --norm-rows 10000
"$python" -W ignore "$here/distill.py" --start "$OUT/start" --teacher "md=$STOCK_MD" --teacher "sm=$STOCK_SM" \
    --data "$OUT/data" --out "$OUT" --words "${WORDS:-8e6}" --minutes "${MINUTES:-1e9}"
"$python" -W ignore "$here/choose.py" "$OUT/start" "$OUT/model-last" --teacher "md=$STOCK_MD" --teacher "sm=$STOCK_SM" \
    --data "$OUT/data/heldout.jsonl.gz" --out "$OUT/model" | tee "$OUT/choose.log"
