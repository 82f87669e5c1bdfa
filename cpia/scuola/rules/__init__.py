"""The judgement of the ground: codes and names of persons and schools. Pure: no Django."""

from cpia.scuola.rules.calcolo import calcola_codice_fiscale
from cpia.scuola.rules.codice_fiscale import (
    CodiceFiscaleNonValido,
    DatiDelCodice,
    controlla_codice_fiscale,
    di_ente,
    leggi_codice_fiscale,
)
from cpia.scuola.rules.codici import (
    CodiceMeccanograficoNonValido,
    ProvinciaSconosciuta,
    controlla_codice_meccanografico,
    controlla_provincia,
    nome_della_provincia,
)
from cpia.scuola.rules.coerenza import incoerenze
from cpia.scuola.rules.identita import da_accertare
from cpia.scuola.rules.nomi import lettere, normalizza_nome, stesso_nome
from cpia.scuola.rules.province import PROVINCE

__all__ = [
    "PROVINCE",
    "CodiceFiscaleNonValido",
    "CodiceMeccanograficoNonValido",
    "DatiDelCodice",
    "ProvinciaSconosciuta",
    "calcola_codice_fiscale",
    "controlla_codice_fiscale",
    "controlla_codice_meccanografico",
    "controlla_provincia",
    "da_accertare",
    "di_ente",
    "incoerenze",
    "leggi_codice_fiscale",
    "lettere",
    "nome_della_provincia",
    "normalizza_nome",
    "stesso_nome",
]
