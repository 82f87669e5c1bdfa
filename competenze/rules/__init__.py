"""The judgements of the certification of competences: pure, without Django, clock or settings.

One module a topic: ``media`` (the level out of the teachers' assessments), ``spiegazione`` (why),
``prove`` (what if), ``decisioni``, ``scadenze``, ``stati``, ``promemoria``, ``incolla`` and
``lingue``.
"""
