"""What took place, what is planned, what was called off, what is denied and what nobody knows."""

from datetime import date

import pytest

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked

OWN = date(2024, 5, 10)
"""The day of a text that tells of days."""

CALLED_OFF = [
    (
        "La visite de [Paul Durand](PER) à [Lisbonne](LOC), prévue le [3 mai 2024](2024-05-03), a été annulée.",
        "visit",
        "cancelled",
    ),
    (
        "Le sommet de [Lisbonne](LOC), qui devait se tenir le [3 mai 2024](2024-05-03), a été reporté sine die.",
        "gathering",
        "cancelled",
    ),
    (
        "La rencontre entre [Paul Durand](PER) et [Anne Roux](PER) a été repoussée à une date ultérieure.",
        "meeting",
        "cancelled",
    ),
    ("L'élection présidentielle en [Suède](LOC:SE) a été ajournée.", "vote", "cancelled"),
    (
        "La cérémonie du centenaire de la [Croix-Rouge](ORG) à [Genève](LOC) a été suspendue.",
        "commemoration",
        "cancelled",
    ),
    ("[Paul Durand](PER) a renoncé à sa visite à [Athènes](LOC) le [3 mai 2024](2024-05-03).", "visit", "cancelled"),
    ("[Paul Durand](PER) a dû renoncer à son déplacement à [Athènes](LOC).", "visit", "cancelled"),
    ("[Paul Durand](PER) a annulé sa visite à [Athènes](LOC).", "visit", "cancelled"),
    ("Le ministère a décidé d'annuler le forum de [Cordoue](LOC).", "gathering", "cancelled"),
    (
        "[Paul Durand](PER) devait se rendre à [Athènes](LOC) le [3 mai 2024](2024-05-03), mais son bureau a annulé ce déplacement.",  # noqa: E501
        "visit",
        "cancelled",
    ),
    ("[Paul Durand](PER), qui devait se rendre à [Athènes](LOC), y a finalement renoncé.", "visit", "cancelled"),
    (
        "L'entretien entre [Paul Durand](PER) et [Anne Roux](PER), prévu [mardi](2024-05-07) à [Vienne](LOC), est annulé.",  # noqa: E501
        "meeting",
        "cancelled",
    ),
    ("L'annulation de la visite de [Paul Durand](PER) à [Athènes](LOC) a surpris.", "visit", "cancelled"),
    ("Le report de la conférence de [Genève](LOC) inquiète.", "gathering", "cancelled"),
    ("La visite annulée de [Paul Durand](PER) à [Athènes](LOC) a fait grand bruit.", "visit", "cancelled"),
    ("Le référendum au [Chili](LOC:CL) n'aura pas lieu.", "vote", "not cancelled"),
    ("Faute d'accord, le sommet de [Cordoue](LOC) est reporté.", "gathering", "cancelled"),
    ("[Paul Durand](PER) renonce à se rendre à [Athènes](LOC).", "visit", "not cancelled"),
    ("La tenue du forum de [Cordoue](LOC) a été compromise puis abandonnée.", "gathering", "uncertain"),
    ("Le scrutin au [Chili](LOC:CL), initialement fixé au [3 mai 2024](2024-05-03), est décalé.", "vote", "cancelled"),
    ("Le déplacement de [Paul Durand](PER) au [Chili](LOC:CL) a été écourté.", "visit", "occurred"),
    ("Le sommet de [Cordoue](LOC) a été reporté au [3 juin 2024](2024-06-03).", "gathering", "planned"),
    (
        "La signature du traité entre la [Suède](LOC:SE) et la [Norvège](LOC:NO) a été reportée.",
        "agreement",
        "cancelled",
    ),
    ("La nomination de [Anne Roux](PER) à la tête de [Saab](ORG) a été retirée.", "appointment", "cancelled"),
    (
        "Prévue de longue date, la venue de [Paul Durand](PER) à [Porto](LOC) vient d'être annulée.",
        "visit",
        "cancelled",
    ),
    ("Visite de [Paul Durand](PER) à [Porto](LOC) annulée", "visit", "cancelled"),
    (
        "Le chef du gouvernement, [Paul Durand](PER), a dû écourter son séjour et renoncer à sa rencontre avec [Anne Roux](PER).",  # noqa: E501
        "meeting",
        "cancelled",
    ),
    (
        "À la dernière minute, [Paul Durand](PER) a décommandé son entretien avec [Anne Roux](PER).",
        "meeting",
        "cancelled",
    ),
    (
        "Le sommet entre la [Suède](LOC:SE) et la [Norvège](LOC:NO) a été annulé [mercredi](2024-05-08) par [Paul Durand](PER).",  # noqa: E501
        "gathering",
        "cancelled",
    ),
    ("Les élections législatives en [Norvège](LOC:NO) ont été repoussées.", "vote", "cancelled"),
    (
        "L'inauguration du musée de [Porto](LOC) par [Paul Durand](PER) est reportée sans nouvelle date.",
        "establishment",
        "cancelled",
    ),
    ("[Paul Durand](PER) et [Anne Roux](PER) ont décidé de reporter leur rencontre.", "meeting", "cancelled"),
    ("[Paul Durand](PER) ne viendra finalement pas à [Porto](LOC).", "visit", "not cancelled"),
    (
        "Le déplacement de [Paul Durand](PER) au [Chili](LOC:CL), qui devait débuter [lundi](2024-05-06), est annulé.",
        "visit",
        "cancelled",
    ),
    ("[Paul Durand](PER) a fait annuler la réunion avec [Anne Roux](PER) à [Porto](LOC).", "meeting", "cancelled"),
    (
        "La signature de l'accord entre [Saab](ORG) et [Fiat](ORG), initialement programmée à [Porto](LOC), a été ajournée.",  # noqa: E501
        "agreement",
        "cancelled",
    ),
    (
        "L'accord de libre-échange entre la [Suède](LOC:SE) et le [Chili](LOC:CL) ne sera pas signé.",
        "agreement",
        "not cancelled",
    ),
]
DENIED = [
    ("La rencontre entre [Paul Durand](PER) et [Anne Roux](PER) n'a jamais eu lieu.", "meeting", "not cancelled"),
    ("Le sommet de [Cordoue](LOC) n'a pas eu lieu.", "gathering", "not cancelled"),
    ("Le forum de [Cordoue](LOC), prévu en [mai 2024](2024-05), n'a pas pu se tenir.", "gathering", "not cancelled"),
    ("[Paul Durand](PER) n'a pas rencontré [Anne Roux](PER) à [Vienne](LOC).", "meeting", "not cancelled"),
    ("[Paul Durand](PER) a quitté [Vienne](LOC) sans rencontrer [Anne Roux](PER).", "meeting", "not cancelled"),
    (
        "[Paul Durand](PER) est reparti de [Vienne](LOC) sans avoir signé l'accord avec la [Norvège](LOC:NO).",
        "agreement",
        "not cancelled",
    ),
    ("Au lieu de se rendre à [Vienne](LOC), [Paul Durand](PER) est resté chez lui.", "visit", "not cancelled"),
    ("[Paul Durand](PER) a échoué à rencontrer [Anne Roux](PER).", "meeting", "not cancelled"),
    ("[Paul Durand](PER) a refusé de signer le traité avec la [Norvège](LOC:NO).", "agreement", "not cancelled"),
    ("La [Suède](LOC:SE) refuse de signer l'accord avec la [Norvège](LOC:NO).", "agreement", "not cancelled"),
    (
        "Le Sénat a rejeté le traité entre la [Suède](LOC:SE) et la [Norvège](LOC:NO) le [3 mai 2024](2024-05-03).",
        "vote",
        "occurred",
    ),
    ("Les députés ont rejeté la ratification de l'accord avec la [Norvège](LOC:NO).", "agreement", "cancelled"),
    ("[Paul Durand](PER) ne s'est jamais rendu à [Vienne](LOC).", "visit", "not cancelled"),
    ("[Paul Durand](PER) n'est pas venu à [Vienne](LOC) le [3 mai 2024](2024-05-03).", "visit", "not cancelled"),
    ("[Paul Durand](PER) ne rencontrera pas [Anne Roux](PER) à [Vienne](LOC).", "meeting", "not cancelled"),
    ("Aucune rencontre n'a eu lieu entre [Paul Durand](PER) et [Anne Roux](PER).", "meeting", "not cancelled"),
    ("Il n'y a pas eu de rencontre entre [Paul Durand](PER) et [Anne Roux](PER).", "meeting", "not cancelled"),
    ("[Paul Durand](PER) nie avoir rencontré [Anne Roux](PER) à [Vienne](LOC).", "meeting", "uncertain"),
    ("[Paul Durand](PER) a démenti toute rencontre avec [Anne Roux](PER).", "meeting", "not uncertain"),
    ("[Paul Durand](PER) a failli rencontrer [Anne Roux](PER) à [Vienne](LOC).", "meeting", "not cancelled"),
    ("[Anne Roux](PER) n'a plus rencontré [Paul Durand](PER) depuis [2019](2019/).", "meeting", "not cancelled"),
    ("Ni [Paul Durand](PER) ni [Anne Roux](PER) ne se sont rendus à [Vienne](LOC).", "visit", "not cancelled"),
    ("La visite de [Paul Durand](PER) à [Athènes](LOC) n'a finalement pas été effectuée.", "visit", "not cancelled"),
    ("[Paul Durand](PER) n'a effectué aucune visite à [Athènes](LOC).", "visit", "not cancelled"),
    ("L'absence de rencontre entre [Paul Durand](PER) et [Anne Roux](PER) a surpris.", "meeting", "not cancelled"),
    ("[Paul Durand](PER) a évité de rencontrer [Anne Roux](PER) à [Vienne](LOC).", "meeting", "not cancelled"),
    ("La grève a empêché [Paul Durand](PER) de se rendre à [Vienne](LOC).", "visit", "not cancelled"),
    ("[Paul Durand](PER) n'a pas pu se rendre à [Vienne](LOC) le [3 mai 2024](2024-05-03).", "visit", "not cancelled"),
    ("L'armée n'a pas bombardé [Coïmbra](LOC).", "conflict", "not cancelled"),
    (
        "Contrairement à ce qui avait été annoncé, [Paul Durand](PER) n'a pas été reçu par [Anne Roux](PER).",
        "meeting",
        "not cancelled",
    ),
    (
        "[Paul Durand](PER) n'a jamais mis les pieds en [Suède](LOC:SE) et n'a jamais visité [Porto](LOC).",
        "visit",
        "not cancelled",
    ),
    (
        "Les deux ministres, [Paul Durand](PER) et [Anne Roux](PER), ne se sont pas rencontrés.",
        "meeting",
        "not cancelled",
    ),
    (
        "Aucune réunion entre [Paul Durand](PER) et [Anne Roux](PER) n'est prévue à [Porto](LOC).",
        "meeting",
        "not cancelled",
    ),
    ("[Paul Durand](PER) a quitté [Porto](LOC) sans avoir pu rencontrer [Anne Roux](PER).", "meeting", "not cancelled"),
    ("La [Suède](LOC:SE) n'a pas attaqué la [Norvège](LOC:NO).", "conflict", "not cancelled"),
    ("Faute de pouvoir rencontrer [Anne Roux](PER), [Paul Durand](PER) a écrit.", "meeting", "not cancelled"),
    ("[Paul Durand](PER) s'est vu interdire de se rendre à [Porto](LOC).", "visit", "uncertain"),
    ("Plutôt que de se rendre à [Porto](LOC), [Paul Durand](PER) a envoyé [Anne Roux](PER).", "visit", "not cancelled"),
    ("[Paul Durand](PER) a exclu de rencontrer [Anne Roux](PER).", "meeting", "uncertain"),
    ("Le porte-parole a démenti que [Paul Durand](PER) ait rencontré [Anne Roux](PER).", "meeting", "uncertain"),
    ("Il est faux que [Paul Durand](PER) a rencontré [Anne Roux](PER).", "meeting", "uncertain"),
    ("[Paul Durand](PER) n'a pas souhaité rencontrer [Anne Roux](PER).", "meeting", "not cancelled"),
]
TOOK_PLACE = [
    ("[Paul Durand](PER) n'a rencontré que [Anne Roux](PER) à [Vienne](LOC).", "meeting", "occurred"),
    (
        "Non seulement [Paul Durand](PER) a rencontré [Anne Roux](PER), mais il a signé un accord.",
        "meeting",
        "occurred",
    ),
    ("[Paul Durand](PER) n'a cessé de rencontrer [Anne Roux](PER).", "meeting", "occurred"),
    ("Pas moins de trente ministres ont participé au sommet de [Cordoue](LOC).", "gathering", "occurred"),
    ("Lors d'une visite sans précédent, [Paul Durand](PER) s'est rendu à [Vienne](LOC).", "visit", "occurred"),
    (
        "La visite, prévue le [3 mai 2024](2024-05-03), de [Paul Durand](PER) à [Vienne](LOC) a eu lieu.",
        "visit",
        "occurred",
    ),
    ("Le sommet prévu à [Cordoue](LOC) s'est tenu le [3 mai 2024](2024-05-03).", "gathering", "occurred"),
    (
        "La visite de [Paul Durand](PER) à [Vienne](LOC), qui avait été annulée, a finalement eu lieu.",
        "visit",
        "occurred",
    ),
    (
        "Le sommet de [Cordoue](LOC), reporté à deux reprises, s'est ouvert [mardi](2024-05-07).",
        "gathering",
        "occurred",
    ),
    (
        "Reportée en [avril](2024-04), la visite de [Paul Durand](PER) à [Vienne](LOC) s'est déroulée en [mai](2024-05).",  # noqa: E501
        "visit",
        "occurred",
    ),
    (
        "[Paul Durand](PER), qui ne parle pas allemand, a rencontré [Anne Roux](PER) à [Vienne](LOC).",
        "meeting",
        "occurred",
    ),
    ("[Paul Durand](PER) a rencontré [Anne Roux](PER), qui n'avait pas signé l'appel.", "meeting", "occurred"),
    ("Malgré l'annulation du concert, [Paul Durand](PER) a visité [Vienne](LOC).", "visit", "occurred"),
    ("[Paul Durand](PER) a rencontré [Anne Roux](PER) sans conditions préalables.", "meeting", "occurred"),
    ("[Paul Durand](PER) a visité [Vienne](LOC) avant d'annuler son discours.", "visit", "occurred"),
    ("La visite de [Paul Durand](PER) à [Vienne](LOC) n'a pas convaincu les marchés.", "visit", "occurred"),
    (
        "La rencontre entre [Paul Durand](PER) et [Anne Roux](PER) n'a pas permis de lever les sanctions.",
        "meeting",
        "occurred",
    ),
    ("Le sommet de [Cordoue](LOC) n'a rien donné.", "gathering", "occurred"),
    (
        "L'accord signé le [3 mai 2024](2024-05-03) entre la [Suède](LOC:SE) et la [Norvège](LOC:NO) n'a pas été appliqué.",  # noqa: E501
        "agreement",
        "occurred",
    ),
    (
        "L'accord signé entre la [Suède](LOC:SE) et la [Norvège](LOC:NO) prévoit l'annulation de la dette.",
        "agreement",
        "occurred",
    ),
    ("[Paul Durand](PER) a signé avec [Anne Roux](PER) l'accord prévu de longue date.", "agreement", "occurred"),
    (
        "[Paul Durand](PER) et [Anne Roux](PER) se sont rencontrés à [Vienne](LOC) pour préparer le prochain sommet.",
        "meeting",
        "occurred",
    ),
    (
        "Malgré le refus de la [Norvège](LOC:NO), [Paul Durand](PER) a rencontré [Anne Roux](PER).",
        "meeting",
        "occurred",
    ),
    ("La visite de [Paul Durand](PER) à [Vienne](LOC) aurait dû durer trois jours.", "visit", "occurred"),
    (
        "[Paul Durand](PER) a évoqué une possible alliance lors de sa visite à [Vienne](LOC) le [3 mai 2024](2024-05-03).",  # noqa: E501
        "visit",
        "occurred",
    ),
    (
        "Lors de leur rencontre à [Vienne](LOC), [Paul Durand](PER) et [Anne Roux](PER) ont annoncé que le sommet serait reporté.",  # noqa: E501
        "meeting",
        "occurred",
    ),
    ("La visite de [Paul Durand](PER) à [Vienne](LOC) ne pourrait mieux tomber.", "visit", "uncertain"),
    ("[Paul Durand](PER) n'a pas caché sa joie d'avoir rencontré [Anne Roux](PER).", "meeting", "occurred"),
    (
        "La visite de [Paul Durand](PER) à [Porto](LOC) le [3 mai 2024](2024-05-03), annoncée en avril, s'est conclue sans annonce.",  # noqa: E501
        "visit",
        "occurred",
    ),
    (
        "[Paul Durand](PER) a rencontré [Anne Roux](PER) alors que la visite de [Eva Lind](PER) était annulée.",
        "meeting",
        "occurred",
    ),
    ("Lors de sa visite à [Porto](LOC), [Paul Durand](PER) n'a pas rencontré la presse.", "visit", "occurred"),
    ("[Paul Durand](PER) n'a pu rencontrer [Anne Roux](PER) qu'à [Porto](LOC).", "meeting", "occurred"),
    ("Le sommet de [Porto](LOC) n'a pas été un échec.", "gathering", "occurred"),
    (
        "[Paul Durand](PER), que rien ne prédestinait à ce poste, a été nommé directeur de [Saab](ORG).",
        "appointment",
        "occurred",
    ),
    ("[Paul Durand](PER) est le seul à avoir rencontré [Anne Roux](PER).", "meeting", "occurred"),
    (
        "La [Suède](LOC:SE) et la [Norvège](LOC:NO) ont signé un accord prévoyant la suspension des droits de douane.",
        "agreement",
        "occurred",
    ),
    (
        "La visite de [Paul Durand](PER) à [Porto](LOC) a été l'occasion d'annoncer un futur sommet.",
        "visit",
        "occurred",
    ),
    ("[Paul Durand](PER) a finalement pu se rendre à [Porto](LOC).", "visit", "occurred"),
    ("[Paul Durand](PER) s'est rendu à [Porto](LOC) où il a démenti les rumeurs.", "visit", "occurred"),
    (
        "Si [Paul Durand](PER) a rencontré [Anne Roux](PER) à [Porto](LOC), c'est pour parler de paix.",
        "meeting",
        "occurred",
    ),
    ("Même si [Paul Durand](PER) a visité [Porto](LOC), rien n'a changé.", "visit", "occurred"),
    ("[Paul Durand](PER) n'a pas manqué de rencontrer [Anne Roux](PER) à [Porto](LOC).", "meeting", "occurred"),
    (
        "La rencontre entre [Paul Durand](PER) et [Anne Roux](PER), la première depuis dix ans, a été saluée.",
        "meeting",
        "occurred",
    ),
    ("L'attentat de [Porto](LOC) n'a pas été revendiqué.", "conflict", "occurred"),
    ("Selon l'ambassade, [Paul Durand](PER) a rencontré [Anne Roux](PER) à [Porto](LOC).", "meeting", "occurred"),
    ("La visite de [Paul Durand](PER) à [Porto](LOC) intervient après l'annulation du sommet.", "visit", "occurred"),
    ("Avant de rencontrer [Anne Roux](PER), [Paul Durand](PER) avait visité [Porto](LOC).", "meeting", "occurred"),
]
PLANNED = [
    ("La visite de [Paul Durand](PER) à [Vienne](LOC) était prévue le [3 juin 2024](2024-06-03).", "visit", "planned"),
    ("[Paul Durand](PER) est attendu à [Vienne](LOC) le [3 juin 2024](2024-06-03).", "visit", "planned"),
    ("[Paul Durand](PER) doit se rendre à [Vienne](LOC).", "visit", "planned"),
    ("[Paul Durand](PER) devrait rencontrer [Anne Roux](PER) à [Vienne](LOC).", "meeting", "planned"),
    (
        "La prochaine rencontre entre [Paul Durand](PER) et [Anne Roux](PER) portera sur le climat.",
        "meeting",
        "planned",
    ),
    ("La future visite de [Paul Durand](PER) au [Chili](LOC:CL) est très attendue.", "visit", "planned"),
    ("Le sommet de [Cordoue](LOC), annoncé pour [juin 2024](2024-06), portera sur l'eau.", "gathering", "planned"),
    (
        "Dans l'attente de la signature du traité entre la [Suède](LOC:SE) et la [Norvège](LOC:NO), les échanges continuent.",  # noqa: E501
        "agreement",
        "planned",
    ),
    ("[Paul Durand](PER) s'apprête à rencontrer [Anne Roux](PER).", "meeting", "planned"),
    ("[Paul Durand](PER) prépare sa visite à [Vienne](LOC).", "visit", "planned"),
    ("[Paul Durand](PER) a invité [Anne Roux](PER) à se rendre en [Suède](LOC:SE).", "visit", "planned"),
    ("À quelques jours de la visite de [Paul Durand](PER) à [Vienne](LOC), la ville se prépare.", "visit", "occurred"),
    (
        "L'ouverture d'un consulat de la [Suède](LOC:SE) à [Cordoue](LOC) est programmée pour [2030](2030).",
        "establishment",
        "planned",
    ),
    (
        "[Paul Durand](PER) devait rencontrer [Anne Roux](PER) à [Vienne](LOC) le [3 mai 2024](2024-05-03).",
        "meeting",
        "uncertain",
    ),
    ("Le scrutin au [Chili](LOC:CL) est fixé au [3 juin 2024](2024-06-03).", "vote", "planned"),
    ("[Paul Durand](PER) compte se rendre à [Porto](LOC) l'an prochain.", "visit", "planned"),
    ("Une visite de [Paul Durand](PER) à [Porto](LOC) est à l'étude.", "visit", "uncertain"),
    ("Une rencontre entre [Paul Durand](PER) et [Anne Roux](PER) est en préparation.", "meeting", "planned"),
    ("[Paul Durand](PER) a annoncé qu'il se rendrait à [Porto](LOC).", "visit", "planned"),
    ("Le président [Paul Durand](PER) recevra [Anne Roux](PER) à [Porto](LOC).", "meeting", "planned"),
    ("Lors de sa visite à [Porto](LOC), [Paul Durand](PER) signera un accord.", "visit", "planned"),
    ("La visite de [Paul Durand](PER) à [Porto](LOC) devrait permettre de relancer le dialogue.", "visit", "planned"),
    ("Les deux pays, la [Suède](LOC:SE) et la [Norvège](LOC:NO), entendent signer un traité.", "agreement", "planned"),
    ("Un sommet se tiendra à [Porto](LOC).", "gathering", "planned"),
    ("En prévision de la visite de [Paul Durand](PER) à [Porto](LOC), des rues seront fermées.", "visit", "planned"),
    ("[Paul Durand](PER) est chargé de préparer le sommet de [Porto](LOC).", "gathering", "planned"),
    ("L'accord sera signé à [Porto](LOC) par [Paul Durand](PER) et [Anne Roux](PER).", "agreement", "planned"),
    (
        "[Paul Durand](PER) prendra ses fonctions de directeur de [Saab](ORG) en [juin 2024](2024-06).",
        "appointment",
        "planned",
    ),
]
UNCERTAIN = [
    ("[Paul Durand](PER) aurait rencontré [Anne Roux](PER) à [Vienne](LOC).", "meeting", "uncertain"),
    (
        "Selon des sources diplomatiques, [Paul Durand](PER) a rencontré [Anne Roux](PER) à [Vienne](LOC).",
        "meeting",
        "uncertain",
    ),
    ("D'après plusieurs médias, [Paul Durand](PER) s'est rendu en secret à [Vienne](LOC).", "visit", "uncertain"),
    ("[Paul Durand](PER) pourrait se rendre à [Vienne](LOC).", "visit", "uncertain"),
    ("[Paul Durand](PER) envisage de se rendre à [Vienne](LOC).", "visit", "uncertain"),
    ("[Paul Durand](PER) souhaite rencontrer [Anne Roux](PER).", "meeting", "uncertain"),
    ("Si [Paul Durand](PER) se rendait à [Vienne](LOC), l'opposition protesterait.", "visit", "uncertain"),
    ("Si [Paul Durand](PER) rencontre [Anne Roux](PER), la paix avancera.", "meeting", "uncertain"),
    (
        "[Paul Durand](PER) signera l'accord avec la [Norvège](LOC:NO) à condition que [Anne Roux](PER) se rende à [Vienne](LOC).",  # noqa: E501
        "visit",
        "uncertain",
    ),
    ("En cas de visite de [Paul Durand](PER) à [Vienne](LOC), la place sera fermée.", "visit", "uncertain"),
    ("La venue de [Paul Durand](PER) à [Vienne](LOC) est incertaine.", "visit", "uncertain"),
    ("Une rencontre entre [Paul Durand](PER) et [Anne Roux](PER) reste possible.", "meeting", "uncertain"),
    ("Une éventuelle visite de [Paul Durand](PER) à [Vienne](LOC) fait débat.", "visit", "uncertain"),
    ("[Paul Durand](PER) n'exclut pas de se rendre à [Vienne](LOC).", "visit", "uncertain"),
    ("[Paul Durand](PER) n'exclut pas une rencontre avec [Anne Roux](PER).", "meeting", "uncertain"),
    ("[Paul Durand](PER) a-t-il rencontré [Anne Roux](PER) à [Vienne](LOC) ?", "meeting", "uncertain"),
    ("[Paul Durand](PER) est prêt à rencontrer [Anne Roux](PER) à [Vienne](LOC).", "meeting", "uncertain"),
    ("La tenue du sommet de [Cordoue](LOC) n'est pas encore confirmée.", "gathering", "uncertain"),
    ("La date de la visite de [Paul Durand](PER) à [Vienne](LOC) n'a pas encore été fixée.", "visit", "not uncertain"),
    ("La visite de [Paul Durand](PER) à [Vienne](LOC) est menacée par la grève.", "visit", "uncertain"),
    ("[Paul Durand](PER) aurait dû rencontrer [Anne Roux](PER) à [Vienne](LOC).", "meeting", "not cancelled"),
    ("Des rumeurs de visite de [Paul Durand](PER) à [Vienne](LOC) circulent.", "visit", "uncertain"),
    ("On ignore si [Paul Durand](PER) a rencontré [Anne Roux](PER).", "meeting", "uncertain"),
    ("[Paul Durand](PER) réclame une rencontre avec [Anne Roux](PER).", "meeting", "uncertain"),
    (
        "[Paul Durand](PER) espère la signature d'un traité entre la [Suède](LOC:SE) et la [Norvège](LOC:NO).",
        "agreement",
        "uncertain",
    ),
    ("La [Suède](LOC:SE) menace d'envahir la [Norvège](LOC:NO).", "conflict", "uncertain"),
    ("Il se pourrait que [Paul Durand](PER) rencontre [Anne Roux](PER).", "meeting", "uncertain"),
    ("Nul ne sait si [Paul Durand](PER) se rendra à [Porto](LOC).", "visit", "planned"),
    ("[Paul Durand](PER) a demandé à rencontrer [Anne Roux](PER).", "meeting", "uncertain"),
    ("La visite de [Paul Durand](PER) à [Porto](LOC) n'est pas certaine.", "visit", "uncertain"),
    ("Il n'est pas exclu que [Paul Durand](PER) se rende à [Porto](LOC).", "visit", "uncertain"),
    ("[Paul Durand](PER) refuserait de rencontrer [Anne Roux](PER).", "meeting", "uncertain"),
    ("S'il était élu, [Paul Durand](PER) se rendrait à [Porto](LOC).", "visit", "uncertain"),
    ("Est-ce que [Paul Durand](PER) a rencontré [Anne Roux](PER) ?", "meeting", "uncertain"),
    ("La visite de [Paul Durand](PER) à [Porto](LOC) aura-t-elle lieu ?", "visit", "uncertain"),
    ("Le [Chili](LOC:CL) pourrait organiser un référendum en [2025](2025).", "vote", "uncertain"),
    (
        "L'éventualité d'une rencontre entre [Paul Durand](PER) et [Anne Roux](PER) a été évoquée.",
        "meeting",
        "uncertain",
    ),
    ("[Paul Durand](PER) a menacé d'annuler sa visite à [Porto](LOC).", "visit", "uncertain"),
]
TURNS = [
    ("[Paul Durand](PER) a fini par signer l'accord avec la [Norvège](LOC:NO).", "agreement", "occurred"),
    ("La [Suède](LOC:SE) est parvenue à conclure un accord avec la [Norvège](LOC:NO).", "agreement", "occurred"),
    ("[Paul Durand](PER) a tenu à rencontrer [Anne Roux](PER).", "meeting", "occurred"),
    ("[Paul Durand](PER) a eu le plaisir de rencontrer [Anne Roux](PER).", "meeting", "occurred"),
    ("[Paul Durand](PER) aura le plaisir de rencontrer [Anne Roux](PER).", "meeting", "planned"),
    ("[Paul Durand](PER) sera heureux de rencontrer [Anne Roux](PER).", "meeting", "planned"),
    ("[Paul Durand](PER) a eu l'occasion de rencontrer [Anne Roux](PER) à [Vienne](LOC).", "meeting", "occurred"),
    ("[Paul Durand](PER) cherche une occasion de rencontrer [Anne Roux](PER).", "meeting", "uncertain"),
    ("La [Suède](LOC:SE) et la [Norvège](LOC:NO) sont sur le point de signer un accord.", "agreement", "planned"),
    ("La [Suède](LOC:SE) et la [Norvège](LOC:NO) sont convenues de signer un accord.", "agreement", "planned"),
    ("Il n'est pas prévu que [Paul Durand](PER) se rende à [Porto](LOC).", "visit", "not cancelled"),
    ("[Paul Durand](PER) dit espérer rencontrer [Anne Roux](PER) à [Porto](LOC).", "meeting", "uncertain"),
    ("[Paul Durand](PER) avait prévu de se rendre à [Porto](LOC) le [3 mai 2024](2024-05-03).", "visit", "uncertain"),
    ("Si [Paul Durand](PER) se rend à [Vienne](LOC), il rencontrera [Anne Roux](PER).", "visit", "uncertain"),
    ("Si le traité est signé, [Paul Durand](PER) rencontrera [Anne Roux](PER).", "meeting", "uncertain"),
    ("[Paul Durand](PER) rencontrera [Anne Roux](PER) si le traité est signé.", "meeting", "uncertain"),
    ("S'il a annulé son voyage, [Paul Durand](PER) rencontrera [Anne Roux](PER) plus tard.", "meeting", "planned"),
    ("Sans attendre le sommet de [Cordoue](LOC), les experts ont rendu leur rapport.", "gathering", "planned"),
    ("[Paul Durand](PER), attendu à [Porto](LOC), a dû renoncer à son voyage.", "visit", "cancelled"),
    ("[Paul Durand](PER), attendu à [Porto](LOC), a renoncé à toute prudence.", "visit", "planned"),
    ("La visite du président [Paul Durand](PER) à [Porto](LOC) a été annulée.", "visit", "cancelled"),
    (
        "Le référendum, qui s'est tenu au [Chili](LOC:CL) le [3 mai 2024](2024-05-03), devait d'abord avoir lieu en hiver.",  # noqa: E501
        "vote",
        "occurred",
    ),
]
TENSE = [
    (
        "Il entre au gouvernement ; [Paul Durand](PER) signera en [1998](1998) le traité avec la [Norvège](LOC:NO).",
        "agreement",
        "occurred",
    ),
    ("[Paul Durand](PER) se rendra à [Vienne](LOC) en [1998](1998).", "visit", "occurred"),
    ("En [1998](1998), [Paul Durand](PER) rencontre [Anne Roux](PER) à [Vienne](LOC).", "meeting", "occurred"),
    ("La conférence se tiendra à [Vienne](LOC) le [3 mars 1998](1998-03-03).", "gathering", "occurred"),
    ("Le sommet prévu le [3 mai 2024](2024-05-03) à [Cordoue](LOC) portait sur l'eau.", "gathering", "uncertain"),
    (
        "[Paul Durand](PER) rencontre [Anne Roux](PER) à [Vienne](LOC) le [3 juin 2024](2024-06-03).",
        "meeting",
        "planned",
    ),
    ("[Paul Durand](PER) va être nommé à la tête de [Saab](ORG).", "appointment", "planned"),
    ("[Paul Durand](PER) vient de rencontrer [Anne Roux](PER).", "meeting", "occurred"),
    ("Après avoir rencontré [Anne Roux](PER), [Paul Durand](PER) a visité [Vienne](LOC).", "meeting", "occurred"),
    ("[Anne Roux](PER) sera élue présidente de la [Norvège](LOC:NO) en [2011](2011).", "vote", "occurred"),
    (
        "Le [3 mai 1987](1987-05-03), [Paul Durand](PER) sera reçu par [Anne Roux](PER) à [Porto](LOC).",
        "meeting",
        "occurred",
    ),
    ("Il avait promis de venir et [Paul Durand](PER) est venu à [Porto](LOC).", "visit", "occurred"),
    (
        "Le traité, qui sera signé en [1998](1998) par [Paul Durand](PER), lie la [Suède](LOC:SE) et la [Norvège](LOC:NO).",  # noqa: E501
        "agreement",
        "occurred",
    ),
    ("[Paul Durand](PER) allait rencontrer [Anne Roux](PER) quand la guerre éclata.", "meeting", "planned"),
]


EVERYTHING = CALLED_OFF + DENIED + TOOK_PLACE + PLANNED + UNCERTAIN + TURNS + TENSE


@pytest.mark.parametrize(("marked", "type_", "status"), EVERYTHING)
def test_a_sentence_says_whether_it_took_place(marked, type_, status, rules):
    found = events.find(*Marked(marked, OWN).arguments(), rules)
    assert [_status(e) for e in found if e.type == type_][:1] == [status]


def _status(event) -> str:
    return ("not " if event.negated else "") + event.status


PUT_OFF = [
    (
        "Prévue le [3 mai 2024](2024-05-03), la visite de [Paul Durand](PER) à [Porto](LOC) a été reportée au [3 juin 2024](2024-06-03).",  # noqa: E501
        date(2024, 6, 3),
    ),
    (
        "Le sommet de [Cordoue](LOC), prévu le [3 mai 2024](2024-05-03), est repoussé au [3 juin 2024](2024-06-03).",
        date(2024, 6, 3),
    ),
    (
        "La ministre a décalé au [3 juin 2024](2024-06-03) la conférence de [Cordoue](LOC) sur les forêts.",
        date(2024, 6, 3),
    ),
    (
        "La visite de [Paul Durand](PER) à [Porto](LOC), qui devait avoir lieu en [mai 2023](2023-05), s'est tenue le [3 mars 2024](2024-03-03).",  # noqa: E501
        date(2024, 3, 3),
    ),
    (
        "La prochaine visite de [Paul Durand](PER) à [Porto](LOC) a été annoncée le [3 mai 2024](2024-05-03).",
        None,
    ),
]


@pytest.mark.parametrize(("marked", "day"), PUT_OFF)
def test_what_was_put_off_has_its_new_day(marked, day, rules):
    found = events.find(*Marked(marked, OWN).arguments(), rules)
    assert [e.earliest for e in found if e.type in ("visit", "gathering")] == [day]


TWICE = [
    (
        "[Anne Roux](PER) se rendra à [Oslo](LOC). La visite d'[Anne Roux](PER) à [Oslo](LOC) a été annulée.",
        "cancelled",
    ),
    ("La visite d'[Anne Roux](PER) à [Oslo](LOC) est annulée. Cette visite à [Oslo](LOC) était attendue.", "cancelled"),
    ("[Anne Roux](PER) se rendra à [Oslo](LOC). La visite d'[Anne Roux](PER) à [Oslo](LOC) inquiète.", "planned"),
    (
        "La visite d'[Anne Roux](PER) à [Oslo](LOC) avait été annulée. [Anne Roux](PER) est venue à [Oslo](LOC).",
        "occurred",
    ),
]


@pytest.mark.parametrize(("marked", "status"), TWICE)
def test_what_is_told_outweighs_what_is_planned_and_what_is_merely_named(marked, status, rules):
    found = events.find(*Marked(marked).arguments(), rules)
    assert [_status(e) for e in found if e.type == "visit"] == [status]


@pytest.mark.parametrize(
    "marked",
    [
        "La [Suède](LOC:SE) et la [Norvège](LOC:NO) se séparent sans accord.",
        "[Anne Roux](PER) n'a toujours pas signé l'accord avec la [Norvège](LOC:NO).",
    ],
)
def test_what_was_not_made_is_no_event(marked, rules):
    assert events.find(*Marked(marked).arguments(), rules) == ()
