#include "tests/report/ReportSupport.h"
