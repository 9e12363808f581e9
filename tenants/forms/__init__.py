"""The forms of the register, of filings, and of tenants' conduct and premises; a file each."""

from tenants.forms.conduct import (
    AdverseChangeForm,
    AdverseForm,
    LeaseForm,
    OrderForm,
    SettleForm,
    TransferForm,
)
from tenants.forms.filings import (
    CorrectionForm,
    EarlierForm,
    FileForm,
    FilingBookForm,
    SupplementForm,
)
from tenants.forms.register import (
    AgencyForm,
    EnterForm,
    FigureForm,
    LicenceForm,
    RegisterForm,
    RosterForm,
    TenancyForm,
    last_year,
)

__all__ = [
    "AdverseChangeForm",
    "AdverseForm",
    "AgencyForm",
    "CorrectionForm",
    "EarlierForm",
    "EnterForm",
    "FigureForm",
    "FileForm",
    "FilingBookForm",
    "LeaseForm",
    "LicenceForm",
    "OrderForm",
    "RegisterForm",
    "RosterForm",
    "SettleForm",
    "SupplementForm",
    "TenancyForm",
    "TransferForm",
    "last_year",
]
