"""How far two annotations of the same words agree."""

from spacy.tokens import Doc


def annotate(nlp, paragraphs):
    docs = [Doc(nlp.vocab, words=p["words"], spaces=p["spaces"]) for p in paragraphs]
    return list(nlp.pipe(docs, batch_size=64))


def f_score(ours, theirs):
    """Precision, recall and F of one set against another, in per cent; 100 where both are empty."""
    both = len(ours & theirs)
    precision = 100.0 * both / len(ours) if ours else 100.0
    recall = 100.0 * both / len(theirs) if theirs else 100.0
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def sentence_starts(docs):
    return {(d, t.i) for d, doc in enumerate(docs) for t in doc if t.is_sent_start and t.i}


def entities(docs, labels=None):
    return {
        (d, e.start, e.end, e.label_)
        for d, doc in enumerate(docs)
        for e in doc.ents
        if labels is None or e.label_ in labels
    }


def agreement(ours, theirs, main_labels=("PERSON", "ORG", "GPE", "DATE", "MONEY", "NORP")):
    """Per cent of words (white space apart) with the same tag, head, head and label, lemma; F of sentence starts inside
    a text and of entities; sentence starts inside a text for every thousand texts."""
    words = tags = heads = labels = lemmas = 0
    for doc, reference in zip(ours, theirs):
        for token, other in zip(doc, reference):
            if token.is_space:
                continue
            words += 1
            tags += token.tag == other.tag
            same = token.head.i == other.head.i
            heads += same
            labels += same and token.dep == other.dep
            lemmas += token.lemma == other.lemma
    ents = f_score(entities(ours), entities(theirs))
    return {
        "words": words,
        "tags": 100.0 * tags / words,
        "heads": 100.0 * heads / words,
        "labels": 100.0 * labels / words,
        "lemmas": 100.0 * lemmas / words,
        "sents_f": f_score(sentence_starts(ours), sentence_starts(theirs))[2],
        "splits": 1000.0 * len(sentence_starts(ours)) / len(ours),
        "ents_p": ents[0],
        "ents_r": ents[1],
        "ents_f": ents[2],
        "main_ents_f": f_score(entities(ours, main_labels), entities(theirs, main_labels))[2],
    }
