"""Why the credits are so many: the whole dossier, and each axis."""

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import con_maiuscola, plurale
from patto_formativo.queries.crediti.conto import ContoCrediti
from patto_formativo.queries.crediti.perche.comuni import Spiegazione
from patto_formativo.queries.crediti.righe import Asse
from patto_formativo.rules.crediti.spiegazione import PSP, perche
from patto_formativo.rules.misure import in_cifre, in_ore


def dei_crediti(conto: ContoCrediti) -> Spiegazione:
    """The hours that the whole dossier gives, and the caps that they met."""
    ore = conto.riconoscimento.ore
    *_, tetto = perche(
        conto.riconoscimento, percorso=conto.percorso, ore=dict(conto.ore), tabella=conto.tabella
    )
    somma = " + ".join(in_cifre(riga.riconosciute) for riga in conto.righe) or "0"
    return Spiegazione(
        titolo=f"Perché {in_ore(ore)} di crediti?",
        risposta=(
            f"Le evidenze danno {in_ore(ore)}, su {in_ore(conto.tetto)} al più. Prima il tetto "
            "della riga, poi quello della competenza, poi quello del percorso."
        ),
        numeri=tuple((r.evidenza.titolo, in_cifre(r.riconosciute)) for r in conto.righe),
        conto=(f"{somma} = {in_cifre(ore)}",),
        regole=(tetto, *_unita(conto)),
        e_se=_altro_ordine(conto),
    )


def _unita(conto: ContoCrediti) -> tuple[Motivo, ...]:
    """What a credit of an activity is worth, where some evidence is counted so."""
    if not any(riga.a_crediti for riga in conto.righe):
        return ()
    unita = conto.tabella.unita
    testo = f"Un credito ogni {unita.ore_di_attivita} ore di attività vale "
    testo += f"{in_ore(unita.ore_di_credito)}."
    if unita.da_verificare:
        testo += f" {con_maiuscola(unita.da_verificare)}."
    return (Motivo("unita", conto.unita.fonte, testo),)


def _altro_ordine(conto: ContoCrediti) -> tuple[str, ...]:
    if len(conto.evidenze) < 2:
        return ()
    al_contrario = conto.con(reversed(conto.evidenze)).riconoscimento.ore
    return (f"Con le evidenze nell’ordine contrario: {in_ore(al_contrario)}",)


def dell_asse(conto: ContoCrediti, asse: Asse) -> Spiegazione:
    """The hours recognised of the competences of an axis."""
    quante = f"{in_cifre(asse.riconosciute)} su {in_cifre(asse.previste)}"
    di_quante = plurale(len(asse.voci), "competenza", "competenze")
    return Spiegazione(
        titolo=f"Asse {asse.nome}: perché {quante}?",
        risposta=f"Sono le ore riconosciute nelle {di_quante} dell’asse.",
        numeri=tuple(
            (f"{v.codice}. {v.testo}", f"{in_cifre(v.riconosciute)} su {in_cifre(v.previste)}")
            for v in asse.voci
        ),
        conto=(
            " + ".join(in_cifre(v.riconosciute) for v in asse.voci if v.riconosciute) or "0",
            f"= {in_cifre(asse.riconosciute)}",
        ),
        regole=(Motivo("quadro", PSP, "Le ore previste sono quelle del quadro orario del CPIA."),),
    )
