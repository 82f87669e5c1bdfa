"""The albo of the demo: every state of an act, and one school with an older one attested."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from cpia.atti.albo import services
from cpia.atti.albo.services.bozze import DatiBozza
from cpia.atti.caricamenti import FileAccettato
from cpia.atti.enums import CategoriaAlbo as C
from cpia.atti.enums import VersioneFile as V
from cpia.atti.models import Pubblicazione
from cpia.atti.pdf import stampa
from cpia.portale.dimostrazione import altre_scuole, piano
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import Scuola, istante
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto, Persona

OGGI = date(2024, 6, 5)
VECCHIA = "Programma annuale 2024: relazione illustrativa"
ESPERTO = "Avviso di selezione: esperto di madrelingua inglese, modulo «Voices of the lake»"


def popola_prima(scuola: Scuola) -> None:
    """What was published before the scrutini, so that the protocol numbers follow the days."""
    chi = scuola.conti[piano.SEGRETERIA.email]
    _pubblica(
        chi, 10, "Determina n. 12: acquisto di materiale per i laboratori di chimica", C.BANDI
    )
    graduatoria = "Graduatoria definitiva: tutor d’aula, modulo «Leggere il lago»"
    _pubblica(
        chi, 15, f"{graduatoria}: Ferrari Aldo, Gnutti Sara, Zatti Luisa", C.GRADUATORIE,
        dopo=graduatoria,
    )  # fmt: skip
    _pubblica(chi, 21, "Programma annuale 2024: variazioni n. 1-3", C.PROGRAMMI, file=2)
    _pubblica(
        chi,
        27,
        "Delibera n. 41 del Consiglio d’istituto: calendario scolastico 2024/25",
        C.DELIBERE,
    )
    errato = _pubblica(chi, 28, ESPERTO, C.BANDI)
    seduta = "Convocazione del Consiglio d’istituto, seduta n. 22"
    _pubblica(
        chi, 30, f"{seduta}: ordine del giorno", C.CONVOCAZIONI, versione=V.OMISSIS, dopo=seduta
    )
    giusto = _pubblica(chi, 31, ESPERTO, C.BANDI)
    adesso = istante(date(2024, 5, 31), 12)
    services.annulla_pubblicazione(
        autore=compi(chi, adesso), adesso=adesso, pubblicazione_id=errato.pk,
        motivo="l’importo orario era errato", sostituita_da_id=giusto.pk,
    )  # fmt: skip


def popola(scuola: Scuola) -> None:
    """What is in the works on the day of the demo: one to begin, one draft; and what has gone."""
    chi, adesso = scuola.conti[piano.SEGRETERIA.email], istante(OGGI, 9, 20)
    autore = compi(chi, adesso)
    _pubblica(
        chi, OGGI.day, "Elezioni suppletive del Consiglio d’istituto: decreto di indizione",
        C.ELEZIONI, mese=6, dal=OGGI + timedelta(days=5),
    )  # fmt: skip
    bozza = _bozza(
        autore, adesso, "Contratto di prestazione d’opera: esperto di teatro, modulo «Voci»",
        C.CONTRATTI_DOCENTI, dopo="Contratto di prestazione d’opera: esperto di teatro",
    )  # fmt: skip
    _file(autore, adesso, bozza, V.INTEGRALE, pubblico=False)
    while services.ripulisci_prossima(istituto_id=autore.istituto.pk, adesso=adesso):
        pass


def popola_altra(istituto: Istituto) -> None:
    """Another school, with an act whose days will be over in May."""
    _pubblica(_segreteria(istituto), 6, VECCHIA, C.PROGRAMMI)


def popola_altra_di_nuovo(istituto: Istituto) -> None:
    """At the end of May it has one more in publication, and the other is over and attested."""
    chi = _segreteria(istituto)
    _pubblica(chi, 29, "Regolamento d’istituto, testo coordinato", C.REGOLAMENTI)
    vecchia = Pubblicazione.objects.get(istituto=istituto, oggetto=VECCHIA)
    adesso = istante(date(2024, 5, 30), 10)
    services.attesta_pubblicazione(
        autore=compi(chi, adesso), adesso=adesso, pubblicazione_id=vecchia.pk
    )


def _segreteria(istituto: Istituto) -> Persona:
    conto = altre_scuole.PERSONE[istituto.slug][1]
    return Persona.objects.get(istituto=istituto, email=conto.email)


def _pubblica(
    chi: Persona, giorno: int, oggetto: str, categoria: C, *, mese: int = 5, file: int = 1,
    versione: V = V.INTEGRALE, dopo: str = "", dal: date | None = None,
) -> Pubblicazione:  # fmt: skip
    adesso = istante(date(2024, mese, giorno), 10, 15)
    autore = compi(chi, adesso)
    bozza = _bozza(autore, adesso, oggetto, categoria, dopo=dopo, dal=dal)
    for _ in range(file):
        _file(autore, adesso, bozza, versione, pubblico=True)
    return services.pubblica(autore=autore, adesso=adesso, pubblicazione_id=bozza.pk)


def _bozza(
    autore: Contesto, adesso: datetime, oggetto: str, categoria: C, *, dopo: str,
    dal: date | None = None,
) -> Pubblicazione:  # fmt: skip
    dati = DatiBozza(
        oggetto=oggetto, oggetto_dopo=dopo, con_dati_personali=bool(dopo), categoria=categoria,
        richiedente="Ufficio protocollo", dal=dal or autore.oggi,
    )  # fmt: skip
    return services.prepara_pubblicazione(autore=autore, adesso=adesso, dati=dati)


def _file(
    autore: Contesto, adesso: datetime, bozza: Pubblicazione, versione: V, *, pubblico: bool
) -> None:
    titolo = "Atto con omissis" if versione == V.OMISSIS else "Atto integrale"
    services.aggiungi_file(
        autore=autore, adesso=adesso, pubblicazione_id=bozza.pk, versione=versione,
        accettato=_carta(autore, adesso, bozza.oggetto_dopo or bozza.oggetto, titolo),
        titolo=titolo, pubblico=pubblico,
    )  # fmt: skip


def _carta(autore: Contesto, adesso: datetime, oggetto: str, titolo: str) -> FileAccettato:
    """A page that says what it is; printed here, so nobody has to look through it."""
    righe: Sequence[str] = (
        f"<h1>{oggetto}</h1>",
        f"<p>{autore.istituto.denominazione}. {titolo}.</p>",
        "<p>Pagina della dimostrazione: nessuna delle persone nominate esiste.</p>",
    )
    html = f"<html><head><title>{oggetto}</title></head><body>{''.join(righe)}</body></html>"
    pdf = stampa(html, titolo=oggetto, autore=autore.istituto.denominazione_breve, creato_il=adesso)
    return FileAccettato(
        f"{titolo}.pdf", pdf, "application/pdf", hashlib.sha256(pdf).hexdigest(), len(pdf)
    )
