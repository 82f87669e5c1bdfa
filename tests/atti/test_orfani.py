"""Uploads that no row names: every folder is swept, or has a reason not to be."""

from django.apps import apps
from django.db.models import FileField

from cpia.atti.registri import caricati

# Papers with a number: nothing of them is thrown away by itself.
RESTANO = {"documenti/", "albo/"}


def cartelle() -> dict[str, set[type]]:
    """The tables of which the files are in a folder."""
    trovate: dict[str, set[type]] = {}
    for modello in apps.get_models():
        for campo in modello._meta.get_fields():
            if isinstance(campo, FileField):
                trovate.setdefault(str(campo.upload_to), set()).add(modello)
    return trovate


def test_every_folder_is_swept_by_all_the_tables_that_keep_files_in_it():
    attese = {nome: modelli for nome, modelli in cartelle().items() if nome not in RESTANO}
    registrate = {
        str(modelli[0]._meta.get_field("file").upload_to): set(modelli) for modelli in caricati
    }
    assert registrate == attese
